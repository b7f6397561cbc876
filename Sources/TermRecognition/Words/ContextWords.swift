import HanText
import TermModel

/// Words that stand beside names of a kind: titles before, what such a thing does behind, and words
/// of its world near by.
///
/// Chosen by the editors for news; a word counts once, and speaks for a kind, not for one name.
struct ContextWords: Sendable {
  /// A class, for one is taken out at every candidate.
  final class Lists: Sendable {
    let before: FormSet
    let behind: FormSet
    let near: FormSet

    init(before: String, behind: String, near: String, table: FoldTable) {
      self.before = FormSet(before, table: table)
      self.behind = FormSet(behind, table: table)
      self.near = FormSet(near, table: table)
    }
  }

  private let lists: [ConceptKind: Lists]
  /// Titles that stand behind a family name.
  let titles: FormSet
  /// What stands beside and near teams, leagues and matches.
  let sport: Lists
  /// Roles of people who are in no glossary: before the name of somebody known they tell of another.
  let everyday: FormSet
  /// Offices that no athlete, singer or actor holds.
  let offices: FormSet
  /// Titles behind which a person stands, and nothing else of an ambiguous name.
  let people: FormSet
  /// Where a name stands in Taiwan.
  let home: FormSet
  /// What makes a street of a name, and an association of a body's abbreviation.
  let streets: FormSet
  let associations: FormSet
  /// What is said of a street.
  let streetParts: FormSet
  /// Single characters that may end a clause behind a name.
  let clauseEnds: FormSet
  /// What the last character of a name may say it is.
  private let kindEndings: FormSet

  init(table: FoldTable) {
    people = FormSet(Self.callingTitles, table: table)
    home = FormSet(Self.homePlaces, table: table)
    streets = FormSet(Self.streetWords, table: table)
    associations = FormSet(Self.associationWords, table: table)
    streetParts = FormSet("口 段 上的 的 與 和 及 旁 邊的 附近 一帶 交叉 拓寬", table: table)
    clauseEnds = FormSet(Self.clauseEndings, table: table)
    kindEndings = FormSet(Self.endingList, table: table)
    titles = FormSet(Self.allTitles, table: table)
    sport = Lists(
      before: Self.sportBefore, behind: Self.sportBehind, near: Self.sportNear, table: table)
    everyday = FormSet(Self.everydayRoles, table: table)
    offices = FormSet(Self.officeTitles, table: table)
    lists = Self.words.mapValues {
      Lists(before: $0.before, behind: $0.behind, near: $0.near, table: table)
    }
  }

  subscript(kind: ConceptKind?) -> Lists? { kind.flatMap { lists[$0] } }

  /// Whether the last character of a name says what it is: 商標法, 水林鄉, 內政部.
  func endings(of range: Range<Int>, in text: FoldedText) -> Bool {
    kindEndings.word(endingAt: range.upperBound, in: text) != nil
  }

  private static let homePlaces = """
    台灣 中華民國 我國 本國 國內 台北 台北市 北市 新北 新北市 桃園 桃園市 台中 台中市 台南 台南市 高雄 高雄市 基隆 基隆市 新竹 新竹市 新竹縣 嘉義 嘉義市 \
    嘉義縣 宜蘭 宜蘭縣 苗栗 苗栗縣 彰化 彰化縣 南投 南投縣 雲林 雲林縣 屏東 屏東縣 花蓮 花蓮縣 台東 台東縣 澎湖 澎湖縣 金門 金門縣 馬祖
    """

  private static let streetWords = """
    路 街 巷 東路 西路 南路 北路 中路 東街 西街 南街 北街 中街 二路 三路 四路 五路 六路 七路 八路 九路 二街 三街 四街 五街 六街 七街 八街 九街 東一路 東二路 \
    東三路 東四路 東五路 西一路 西二路 西三路 西四路 南一路 南二路 南三路 北一路 北二路 北三路
    """

  private static let associationWords =
    "會長 會員 會務 會章 會刊 會籍 會理事 會監事 會秘書 會祕書 會常務 會副 會代表 會、 會」 會） 會等 會以及 會總會 會本身 會當中"

  /// 陳志說。
  private static let clauseEndings =
    "說 道 稱 嗎 呢 了 的 吧 啊 呀 喔 哦 耶 嘛 也 都 是 在 有 來 去 到 會 就 要 和 與 及 等 時 後 前 中 上 下 裡 內 外 案 們 者 獎 書 文 詩 片 劇 隊 黨 派 系 式 版 家 人 先 話 事"

  private static let endingList =
    "法 鄉 鎮 區 縣 市 州 省 島 河 湖 溪 山 語 文 話 幣 部 會 署 局 院 處 司 黨 社 館 府 廳 庭 校 所 銀行 大學 公司 條例"

  private static let allTitles = """
    總統 總理 首相 部長 議長 院長 議員 總裁 執行長 董事長 總經理 副總經理 副總 經理 協理 社長 理事長 會長 廠長 店長 校長 署長 局長 司長 處長 科長 組長 隊長 館長 \
    所長 村長 里長 鄉長 鎮長 縣長 市長 州長 次長 主秘 技正 專委 參事 主任 主席 教授 醫師 律師 法官 檢察官 教練 將軍 上校 博士 先生 女士 小姐 老師 導演 記者 委員 政委 立委 分析師 發言人
    """

  private static let sportBefore =
    "擊敗 不敵 力克 對戰 迎戰 橫掃 逆轉 作客 主場迎戰 交手 加盟 效力 轉戰 面對 擊退 力退 狂勝 險勝 完封 屠宰 血洗 對上 槓上 球隊 勁旅 衛冕軍 衛冕冠軍"

  private static let sportBehind = """
    隊 球員 球星 總教練 教練 投手 打者 捕手 先發 後衛 前鋒 中鋒 球迷 主場 客場 擊敗 不敵 力克 橫掃 逆轉 連勝 連敗 奪冠 交易 簽下 續約 冠軍戰 冠軍賽 \
    季後賽 例行賽 開季 教頭 總管 球團 牛棚 休息室 拍板 宣布
    """

  private static let sportNear = """
    球隊 球員 球星 球季 賽季 季後賽 例行賽 主場 客場 擊敗 不敵 力克 橫掃 連勝 連敗 迎戰 對戰 交手 總教練 投手 打者 得分 籃板 助攻 三分球 全壘打 安打 \
    總冠軍 冠軍戰 冠軍賽 決賽 戰績 勝投 敗投 選秀 自由球員 球迷 職籃 職棒 美職 中職 日職 大聯盟 NBA MLB 延長賽 延長 首勝 奪冠 勝率 籃球 棒球 美式足球 球場 比賽 \
    開打 系列賽 三連霸 換投 先發 聯盟 分區 傷兵 一軍 二軍
    """

  private static let everydayRoles = """
    里長 鄰長 村長 老師 導師 教師 老闆 老闆娘 店長 店員 農民 漁民 果農 農夫 學生 同學 護理師 護士 司機 保全 員警 警員 刑警 消防員 攤商 攤販 居民 民眾 \
    住戶 女童 男童 男子 女子 男嬰 女嬰 婦人 老翁 老婦 志工 網友 讀者 家長 房東 房客 屋主 車主 乘客 空服員 廚師 水電工 理髮師 會計 工人 船長 清潔員 \
    高中生 國中生 大學生 研究生 少年 少女 鄰居 同事 表哥 表弟 堂哥 堂弟 阿姨 阿伯 阿嬤
    """

  private static let officeTitles = """
    總統 副總統 總理 首相 外相 部長 次長 國務卿 財長 防長 外長 院長 執行長 營運長 財務長 技術長 董事長 總裁 副總裁 總經理 合夥人 議長 大使 央行行長
    """

  private static let callingTitles =
    "總統 副總統 總理 首相 外相 部長 國務卿 議長 院長 議員 參議員 眾議員 總裁 執行長 董事長 州長 市長 教授 國王 教宗 上將 中將"

  private static let words: [ConceptKind: (before: String, behind: String, near: String)] = [
    .person: (
      before: """
        總統 前總統 副總統 總理 首相 外相 部長 次長 國務卿 財長 防長 外長 院長 執行長 營運長 財務長 技術長 董事長 總裁 副總裁 創辦人 \
        共同創辦人 主席 副主席 議長 議員 參議員 眾議員 州長 市長 大使 代表 將軍 上將 中將 少將 司令 教授 分析師 研究員 記者 主播 導演 \
        演員 歌手 球星 選手 教練 總教練 投手 打者 女星 男星 作家 律師 法官 檢察官 發言人 主任 會長 理事長 總經理 經理 合夥人 學者 專家 \
        教宗 國王 女王 王子 王妃 候選人 顧問 祕書長 秘書長 官員 負責人 負責人是 科學家 經濟學家 律師團 領導人 領袖 主教 神父 經濟師 策略師 \
        被告 嫌犯 同黨 富豪 首富 歌后 天后 影帝 影后 前鋒 後衛 中鋒 門將 隊友
        """,
      behind: """
        表示 說 指出 宣布 強調 認為 坦言 直言 警告 透露 批評 痛批 總統 總理 首相 部長 先生 女士 小姐 博士 教授 執行長 夫人 政府 團隊 \
        指控 呼籲 告訴 回應 聲稱 寫道 補充 解釋 承諾 出席 抵達 訪問 會見 會晤 當選 上任 辭職 下台 則 也 今天 昨天 日前 當時 本人 所屬 \
        任內 陣營 支持者 家族
        """,
      near: ""
    ),
    .org: (
      before: """
        公司 集團 大廠 巨頭 龍頭 企業 晶片商 車廠 業者 廠商 藥廠 媒體 銀行 電商 代工廠 品牌 智庫 車商 手機廠 電動車廠 供應商 開發商 \
        通訊社 外媒 社群 平台 投資銀行 投行 外資 券商 大行 子公司 母公司 競爭對手 客戶 球隊 隊 股東 網站 報社
        """,
      behind: """
        公司 集團 股價 執行長 董事長 創辦人 總裁 財報 宣布 表示 推出 發布 發表 股份 電子 汽車 手機 法說會 營收 營運 員工 總部 工廠 晶片 \
        市值 報導 報告 指出 分析師 供應鏈 股票 產品 概念股 電動車 科技 旗下 發言人 高層 股東 主管 調升 調降 今年 上季 本季 收購 控股 \
        金控 航空 海運 證券 認為 預測 獨家
        """,
      near: """
        財報 營收 股價 市值 執行長 董事長 公司 企業 供應鏈 晶片 半導體 併購 收購 裁員 訂單 出貨 獲利 毛利 法說會 外資 投資 品牌 新品 \
        專利 客戶 員工 市占 股 億元 億美元 漲 跌 關稅 新機 筆電 伺服器 電動車 產能 報導 記者 執法 罰款 反壟斷 收盤 上市 調降 目標價
        """
    ),
    .place: (
      before: "位於 前往 抵達 訪問 飛往 鄰國 首都 城市 赴 造訪 來自 進軍 撤出 入侵 位在 定居 駐 於 在 的",
      behind: """
        市 州 省 縣 首都 總統 總理 首相 政府 當局 人 軍 軍方 邊境 外交部 國會 央行 機場 地區 當地 境內 南部 北部 東部 西部 海岸 大學 \
        話 文 語 區 國家 地區 民眾 居民 官員 媒體 警方 市長 州長 爆發 舉行 發生 街頭
        """,
      near: """
        政府 首都 總統 總理 國會 邊境 外交 大使 內戰 饑荒 難民 政變 軍方 當局 聯合國 反政府 移民 地震 台商 口岸 簽證 警方 機場 飯店 遊客 \
        戰火 停火 武裝 衝突 民眾 城市
        """
    ),
    .product: (
      before: "推出 發表 採用 搭載 使用 部署 採購 軟體 平台 模型 遊戲 社群 網站 晶片 飛彈 戰機 服務",
      behind: "晶片 飛彈 戰機 系統 模型 平台 手機 系列 版 用戶 網站 發文 貼文 帳號 系列 無人機 火箭 潛艦",
      near: "模型 晶片 飛彈 戰機 用戶 版本 軟體 平台 部署 採購 發射 帳號 貼文 發文"
    ),
  ]
}
