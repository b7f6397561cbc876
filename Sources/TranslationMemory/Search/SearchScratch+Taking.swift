/// What has enough hits becomes a candidate.
extension SearchScratch {
  /// Takes the touched contents of a block with at least so many hits, and clears all counters.
  mutating func takeTouched(_ block: Range<Int>, least: Int) {
    var count = 0
    let end = UInt32(block.count)
    unsafe counters.withUnsafeMutableBufferPointer { counters in
      unsafe candidates.withUnsafeMutableBufferPointer { candidates in
        for index in 0..<touchedCount {
          let touched = touched[index]
          let hits = unsafe counters[Int(touched)]
          unsafe counters[Int(touched)] = 0
          let place = touched &- UInt32(Self.margin)
          unsafe candidates[count] = UInt32(hits) << 24 | place & 0xFF_FFFF
          count += Int(hits) >= least && place < end ? 1 : 0
        }
      }
    }
    candidateCount = count
  }

  /// Adds the contents at these places of the block with at least so many hits. Counters are below
  /// 128; 64 of them are looked at in one step.
  mutating func take(_ places: Range<Int>, least: Int) {
    guard least < 128 else { return }
    let spare = UInt64(128 - least) &* 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let wideSpare = SIMD8<UInt64>(repeating: spare)
    let wideHigh = SIMD8<UInt64>(repeating: high)
    var count = candidateCount
    unsafe candidates.withUnsafeMutableBufferPointer { candidates in
      unsafe counters.withUnsafeBytes { counters in
        let counters = unsafe counters.baseAddress! + Self.margin
        var at = places.lowerBound
        while at < places.upperBound {
          if at &+ 64 <= places.upperBound {
            let words = unsafe (counters + at).loadUnaligned(as: SIMD8<UInt64>.self)
            let marks = (words &+ wideSpare) & wideHigh
            let halves = marks.lowHalf | marks.highHalf
            let quarters = halves.lowHalf | halves.highHalf
            if quarters.x | quarters.y == 0 {
              at &+= 64
              continue
            }
          }
          let end = min(at &+ 64, places.upperBound)
          while at < end {
            let word = UInt64(littleEndian: unsafe (counters + at).loadUnaligned(as: UInt64.self))
            var marks = (word &+ spare) & high
            // Behind the last place nothing counts.
            if at &+ 8 > end { marks &= 1 &<< UInt64(8 &* (end &- at)) &- 1 }
            while marks != 0 {
              let shift = UInt64(marks.trailingZeroBitCount) & ~7
              marks &= marks &- 1
              let place = UInt32(truncatingIfNeeded: at) &+ UInt32(truncatingIfNeeded: shift &>> 3)
              unsafe candidates[count] =
                UInt32(truncatingIfNeeded: word &>> shift) &<< 24 | place
              count &+= 1
            }
            at &+= 8
          }
        }
      }
    }
    candidateCount = count
  }

  /// The same for the wide counters.
  mutating func takeWide(_ places: Range<Int>, least: Int) {
    for place in places {
      let hits = wide[place + Self.margin]
      if Int(hits) >= least {
        candidates[candidateCount] = min(hits, 255) << 24 | UInt32(place)
        candidateCount += 1
      }
    }
  }

  /// Sets the counters of a block of so many contents to zero, and those beside it.
  mutating func clearCounters(_ count: Int, isWide: Bool) {
    let length = count + 2 * Self.margin
    if isWide {
      unsafe wide.withUnsafeMutableBufferPointer { unsafe $0[..<length].update(repeating: 0) }
    } else {
      unsafe counters.withUnsafeMutableBufferPointer { unsafe $0[..<length].update(repeating: 0) }
    }
  }
}
