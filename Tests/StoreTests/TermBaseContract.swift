import Foundation
import Store
import Synchronization
import TermModel
import TestSupport
import Testing

/// What every ``Store/TermBaseStore`` promises, each case with two handles on one new base.
///
/// A store is put through it by a test that goes through ``cases`` with handles of its own.
struct TermBaseContract: Sendable, CustomTestStringConvertible {
  typealias Handles = (one: any TermBaseStore, other: any TermBaseStore)

  let name: String
  let check: @Sendable (Handles) throws -> Void
  var testDescription: String { name }

  static let cases: [TermBaseContract] = [
    TermBaseContract(name: "a new base is empty, at revision 0") { (handles) throws in
      #expect(try handles.one.concepts().isEmpty)
      #expect(try handles.one.revision() == 0)
      #expect(try handles.one.concept(id: "x") == nil)
    },
    TermBaseContract(name: "concepts come back whole and in order") { (handles) throws in
      let concepts = Samples.concepts(40, seed: 7)
      try handles.one.write { base in for concept in concepts { try base.put(concept) } }
      #expect(try handles.other.concepts() == concepts)
      for concept in concepts {
        #expect(try handles.other.concept(id: concept.id) == concept)
      }
    },
    TermBaseContract(name: "a concept keeps its place when it is changed") { (handles) throws in
      let concepts = Samples.concepts(3, seed: 8)
      var changed = concepts[1]
      changed.note = "changed"
      changed.terms.append(Term("新", language: .taiwan))
      try handles.one.write { base in for concept in concepts { try base.put(concept) } }
      let outcome = try handles.one.write { try $0.put(changed) }
      #expect(outcome == .changed)
      #expect(try handles.other.concepts() == [concepts[0], changed, concepts[2]])
    },
    TermBaseContract(name: "the id stays, the revision counts writes that change something") {
      (handles) throws in
      let id = try handles.one.databaseID()
      let concept = Samples.concepts(1, seed: 9)[0]
      var stamps = [try handles.one.stamp()]
      #expect(try handles.one.write { try $0.put(concept) } == .added)
      #expect(try handles.other.revision() == 1)
      stamps.append(try handles.other.stamp())
      #expect(try handles.one.write { try $0.put(concept) } == .unchanged)
      #expect(try handles.other.revision() == 1)
      #expect(try handles.other.stamp() == stamps[1])
      #expect(try handles.one.write { try $0.remove(id: concept.id) })
      #expect(try handles.one.write { try $0.remove(id: concept.id) } == false)
      stamps.append(try handles.other.stamp())
      #expect(try handles.other.revision() == 2)
      #expect(Set(stamps).count == 3)
      #expect(try handles.other.databaseID() == id)
    },
    TermBaseContract(name: "what throws in the middle leaves nothing") { (handles) throws in
      struct Stop: Error {}
      let concepts = Samples.concepts(2, seed: 10)
      try handles.one.write { _ = try $0.put(concepts[0]) }
      #expect(throws: Stop.self) {
        try handles.one.write { base in
          try base.put(concepts[1])
          try base.remove(id: concepts[0].id)
          throw Stop()
        }
      }
      #expect(try handles.other.concepts() == [concepts[0]])
      #expect(try handles.other.revision() == 1)
    },
    TermBaseContract(name: "a write sees what it has done") { (handles) throws in
      let concept = Samples.concepts(1, seed: 11)[0]
      try handles.one.write { base in
        try base.put(concept)
        #expect(try base.concept(id: concept.id) == concept)
        #expect(try base.outcome(ofPutting: concept) == .unchanged)
      }
    },
    TermBaseContract(name: "concepts are found by any of their terms, letter by letter") {
      (handles) throws in
      let nvidia = Samples.nvidia
      try handles.one.write { _ = try $0.put(nvidia) }
      for text in ["輝達", "Nvidia", "英伟达"] {
        #expect(try handles.other.read { try $0.concepts(named: text) } == [nvidia])
      }
      for text in ["輝", "nvidia", "%", "", "' OR 1=1 --"] {
        #expect(try handles.other.read { try $0.concepts(named: text) }.isEmpty)
      }
    },
    TermBaseContract(name: "an id that is there is not added again") { (handles) throws in
      try handles.one.write { try $0.add(Samples.nvidia) }
      let error = #expect(throws: StoreError.self) {
        try handles.other.write { try $0.add(Samples.nvidia) }
      }
      #expect(error?.code == .conceptExists)
      #expect(try handles.one.revision() == 1)
    },
    TermBaseContract(name: "what cannot be exported is not stored") { (handles) throws in
      for text in ["a\tb", "a\nb", "a|b", "a\u{0}b", "", " ", "a "] {
        var concept = Samples.nvidia
        concept.terms[0].text = text
        #expect(throws: ConceptFlaw.self) { try handles.one.write { _ = try $0.put(concept) } }
      }
      #expect(try handles.one.concepts().isEmpty)
    },
    TermBaseContract(name: "derived terms are left out") { (handles) throws in
      var concept = Samples.nvidia
      concept.terms.append(Term("辉达", language: .mainland, isDerived: true))
      try handles.one.write { _ = try $0.put(concept) }
      #expect(try handles.one.concepts() == [Samples.nvidia])
    },
    TermBaseContract(name: "two that write at once lose nothing") { (handles) throws in
      let failures = Mutex<[String]>([])
      inThreads(4) { writer in
        let store = writer % 2 == 0 ? handles.one : handles.other
        for number in 0..<15 {
          do {
            try store.write { base in
              // Read, then write: what another added in between would be lost here.
              var counter = try base.concept(id: "counter") ?? Samples.named("counter")
              counter.note = "\((Int(counter.note) ?? 0) + 1)"
              try base.put(counter)
              try base.put(Samples.named("w\(writer)-\(number)"))
            }
          } catch {
            failures.withLock { $0.append("\(error)") }
          }
        }
      }
      #expect(failures.withLock { $0 } == [])
      let concepts = try handles.one.concepts()
      #expect(concepts.count == 61)
      #expect(concepts.first { $0.id == "counter" }?.note == "60")
      #expect(try handles.other.revision() == 60)
    },
    TermBaseContract(name: "exceptions are kept once each, in order, and raise the revision") {
      (handles) throws in
      let inside = FormException("川普", .inside, "四川普通話")
      let always = FormException("川普", .always)
      let notIn = FormException("Apple", .notIn, "orchard")
      #expect(try handles.one.write { try [$0.put(inside), $0.put(notIn), $0.put(always)] } == [true, true, true])
      #expect(try handles.other.exceptions() == [notIn, always, inside])
      let stamp = try handles.other.stamp()
      #expect(try handles.other.write { try $0.put(inside) } == false)
      #expect(try handles.one.stamp() == stamp)
      #expect(try handles.other.write { try [$0.remove(inside), $0.remove(inside)] } == [true, false])
      #expect(try handles.one.exceptions() == [notIn, always])
      #expect(try handles.one.revision() == 2)
      #expect(throws: FormExceptionFlaw.self) {
        try handles.one.write { try $0.put(FormException("川\n普", .always)) }
      }
    },
  ]
}
