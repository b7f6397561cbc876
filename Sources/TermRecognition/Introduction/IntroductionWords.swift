import HanText

/// What stands right before a name that is introduced, and so marks where it begins.
struct IntroductionWords: Sendable {
  /// What a person is: a point guard, a neighbour.
  let roles: FormSet
  /// What a body or a thing is.
  let kinds: FormSet
  /// Words that say that a name follows, and small words between which a name stands.
  let namings: FormSet
  let particles: FormSet
  /// Small words that no name in foreign sounds begins with.
  let markers: FormSet
  /// Words that a picture's or a text's source stands behind.
  let credits: FormSet
  let families: FamilyNames
  private let translations: [[UInt16]: [Substring]]

  init(table: FoldTable) {
    roles = FormSet(Self.roleList, table: table)
    namings = FormSet("名為 稱為 叫做 叫作 名叫 取名 自稱 改名 更名為 改名為 化名 藝名", table: table)
    particles = FormSet("的 與 和 及 或 由 被 在 是 向 對 給 把 從 跟 找 請 同 而 至 到 讓 經", table: table)
    markers = FormSet("的 是 與 及 在 被 把 從 跟 請 同 由 了 也 就 都 很 而", table: table)
    credits = FormSet("圖 攝 攝影 照片 來源 截圖 資料照 翻攝 提供 圖片 資料", table: table)
    families = FamilyNames(table: table)
    let entries = Self.kindList.split(whereSeparator: \.isWhitespace).map {
      $0.split(separator: "=")
    }
    kinds = FormSet(entries.map { String($0[0]) }.joined(separator: " "), table: table)
    translations = Dictionary(
      entries.map { (table.fold(String($0[0])), $0.count > 1 ? $0[1].split(separator: ",") : []) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a kind is a part of the name, for the English says it too: 公司治理（Corporate Governance）.
  func isPart(_ kind: ArraySlice<UInt16>, of english: BracketName) -> Bool {
    let stems = translations[Array(kind)] ?? []
    // Oak Bay Company: there it is the English that adds the kind.
    let words = english.letters.count > 1 ? english.letters.dropLast() : english.letters[...]
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private static let roleList = """
    控衛 得分後衛 小前鋒 大前鋒 後衛 前鋒 中鋒 中場 射手 門將 守門員 捕手 投手 先發投手 救援投手 外野手 內野手 游擊手 左投 右投 強打者 名將 老將 新秀 \
    主將 隊長 隊友 對手 球員 選手 教頭 主帥 經紀人 車手 騎師 泳將 跑者 拳王 球王 球后 女將 小將 主持人 共同作者 作者 編劇 製片 攝影師 畫家 建築師 設計師 \
    廚師 主廚 老闆 店長 店員 居民 村民 市民 民眾 學生 老師 教師 校長 院士 博士 博士後 教授 工程師 醫師 醫生 護理師 護士 神父 牧師 律師 女律師 辯護律師 \
    檢察總長 法官 目擊者 死者 傷者 嫌犯 兇手 妻子 丈夫 兒子 女兒 父親 母親 哥哥 弟弟 姐姐 妹妹 姊姊 好友 友人 鄰居 前夫 前妻 遺孀 助理 秘書 特助 發言人 \
    執行長 總監 主管 合夥人 創辦人 投資人 投資者 分析師 記者 特派員 主編 編輯 攝影記者 歌手 女歌手 演員 男星 女星 導演 樂手 吉他手 鼓手 主唱 團長 團員 會員 \
    總統 總理 外長 防長 州長 省長 省長 市長 鎮長 議員 參議員 眾議員 黨魁 主席 工會主席 理事長 部長 大使 特使 局長 處長 署長 委員 指揮官 司令 將軍 上校 機長 船長 太空人
    """

  /// With the stems of the English words for each.
  private static let kindList = """
    公司=corporat,compan 新創 新創公司 集團=group 企業=enterprise,corporat,business 業者 廠商 大廠 巨頭 團體=group 對手 智庫=think \
    機構=institut,agenc 組織=organi 樂團=band 樂隊=band 球團 球隊=team 基金=fund 基金公司 對沖基金=hedge 餐廳=restaurant 飯店=hotel 書店=book \
    出版社=publish,press 工作室=studio 實驗室=lab 網站=web,site 論壇=forum 平台=platform 媒體=media 雜誌=magazine 週刊=week 報紙=newspaper,paper \
    日報=daily 電視台=television,tv 電台=radio 通訊社=agency 節目=program,show 電影=film,movie,cinema 影集=series 小說=novel 專輯=album 單曲=single \
    遊戲=game 軟體=software 應用程式=app 模型=model 品牌=brand 車廠 藥廠=pharma 晶片商=chip 開發商=develop 供應商=supplier,supply 銀行=bank 券商=broker,secur \
    投行=invest 通路商 代工廠 小鎮=town 城市=city,urban 城鎮=town 村莊=village 島嶼=island 港口=port 城 礦場=mine 客輪 郵輪 貨輪 油輪 飛彈=missile 衛星=satellite \
    火箭=rocket 太空船=spacecraft,space 探測器=probe 計畫=project,program,plan 行動=operation,action 颶風=hurricane 颱風=typhoon 疫苗=vaccine 藥物=drug,medic
    """
}
