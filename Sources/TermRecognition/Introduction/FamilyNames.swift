import HanText

/// How family names of one character are written in Latin letters, in the romanisations of Taiwan,
/// China, Hong Kong, Korea and Vietnam: 武 is Vu, 金 is Kim.
struct FamilyNames: Sendable {
  private let romanised: [UInt16: [Substring]]

  init(table: FoldTable) {
    var romanised: [UInt16: [Substring]] = [:]
    for line in Self.list.split(separator: "\n") {
      let fields = line.split(separator: " ")
      if let unit = table.fold(String(fields[0])).first {
        romanised[unit, default: []] += fields.dropFirst()
      }
    }
    self.romanised = romanised
  }

  func isWritten(_ unit: UInt16, _ word: String) -> Bool {
    romanised[unit]?.contains { $0 == word } ?? false
  }

  /// Vietnamese of whom the English speaks by the given name, which comes last.
  static func isVietnamese(_ word: String) -> Bool { vietnamese.contains(word) }

  private static let vietnamese: Set<String> = Set(
    """
    nguyen tran le pham huynh hoang phan vu vo dang bui do ngo duong dinh truong doan trinh \
    luong luu mai thai phung quach diep dam trieu vuong dao lam ta cao
    """.split(separator: " ").map(String.init))

  private static let list = """
    陳 chen chan tan tran jin tran
    林 lin lim lam rim im
    黃 huang hwang wong ng hoang huynh ooi whang
    張 zhang chang cheung jang chong teo truong teoh
    李 li lee yi ly rhee lei
    王 wang wong ong vuong heng
    吳 wu ng oh goh ngo woo
    劉 liu lau yoo low luu yu ryu lao
    蔡 cai tsai choi chua thai chae choy
    楊 yang yeung yeo duong yeoh ieong
    許 xu hsu hui heo koh hua hur
    鄭 zheng cheng jung jeong chung tay trinh teh
    謝 xie hsieh tse cheah ta chia
    郭 guo kuo kwok kwak quek quach kuok
    洪 hong hung ang
    曾 zeng tseng tsang chan jeung tang
    邱 qiu chiu yau khoo chu
    廖 liao liu lieu
    賴 lai lye
    徐 xu hsu seo tsui chui tu suh
    周 zhou chou chow chew joo chau chu ju
    葉 ye yeh yip yap diep ip
    蘇 su so soh to
    莊 zhuang chuang chong chng trang
    呂 lu lyu lui loo yeo la
    江 jiang chiang kong kang giang
    何 he ho ha hoh
    蕭 xiao hsiao siu siew tieu
    羅 luo lo law na la loh ra
    高 gao kao ko cao go koh
    潘 pan poon ban phan phua pun
    簡 jian chien kan gian
    朱 zhu chu joo choo chau ju
    鍾 zhong chung jong cheong
    游 you yu yau
    彭 peng pang bang
    詹 zhan chan jim
    胡 hu wu ho woo oh
    施 shi shih sze see si
    沈 shen sum shim sim tham sham
    余 yu yee yue ee du
    盧 lu lo roh noh low no
    梁 liang leung yang neo luong ryang leong
    趙 zhao chao chiu cho jo trieu teo
    顏 yan yen ngan gan
    柯 ke ko or kwa
    翁 weng yung ong
    魏 wei ngai wee wi nguy
    孫 sun suen son sng ton
    戴 dai tai toi
    范 fan pham van
    方 fang fong bang png phuong
    宋 song sung soong tong
    鄧 deng teng tang dang
    杜 du tu to do
    傅 fu foo
    侯 hou hau how
    曹 cao tsao cho chao tao
    薛 xue hsueh sit seol tiet
    丁 ding ting jung jeong dinh teng
    馬 ma mah
    卓 zhuo cho toh
    阮 yuan juan yuen nguyen
    董 dong tung dong
    唐 tang tong tang
    溫 wen wan
    藍 lan lam
    石 shi shih shek seok
    蔣 jiang chiang cheung tuong
    古 gu ku koo
    紀 ji chi kei
    姚 yao yiu dieu
    連 lian lien
    馮 feng fung phung
    歐 ou au ow
    程 cheng ching trinh
    湯 tang tong thong
    黎 li lai le
    康 kang hong khang
    姜 jiang chiang kang keung khuong
    汪 wang wong uong
    田 tian tien tin jeon dien
    尤 you yu woo vuu
    鐘 zhong chung
    龔 gong kung kung cung
    嚴 yan yen yim eom nghiem
    韓 han hon
    袁 yuan yuen vien
    金 jin chin kim kam
    童 tong tung
    陸 lu luk luc
    夏 xia hsia ha
    柳 liu yoo ryu lieu
    錢 qian chien tien
    譚 tan tam dam
    熊 xiong hsiung hung
    任 ren jen yam im lim nham
    秦 qin chin tan
    顧 gu ku
    毛 mao mo
    史 shi shih su
    雷 lei lui loi
    崔 cui tsui choi choe
    尹 yin yoon yun wan doan
    孔 kong kung gong khong
    辛 xin hsin shin
    武 wu vo vu
    段 duan tuan doan
    龍 long lung
    葛 ge ko
    孟 meng mang manh
    麥 mai mak mac
    賀 he ho
    莫 mo mok mac
    文 wen man moon mun van
    裴 pei bae bui pae
    關 guan kwan quan
    安 an ahn
    魯 lu lo no
    申 shen shin
    白 bai pai baek paik bach pak
    朴 piao park pak bak
    權 quan kwon gwon
    全 quan chuan jeon chun
    南 nan nam
    河 he ha
    成 cheng sung seong
    車 che cha
    禹 yu woo
    具 ju koo gu
    閔 min
    千 qian chun
    吉 ji gil
    玄 xuan hyun
    卞 bian byun
    嚴 um
    陶 tao dao
    鄒 zou tsou chau
    賈 jia chia gia
    范 phan
    裘 qiu
    章 zhang chang
    倪 ni
    童 dong
    常 chang thuong
    梅 mei mui mai
    蒙 meng mong
    狄 di dich
    """
}
