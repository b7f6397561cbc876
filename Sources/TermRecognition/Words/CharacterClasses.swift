import HanText

/// Which folded units are Han characters, numerals, first characters of family names, or characters
/// that write foreign sounds.
struct CharacterClasses: Sendable {
  private static let surnameList =
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方"
    + "宋鄧杜傅侯曹薛丁卓馬阮董唐溫藍石蔣古紀姚連馮歐程湯黎康姜汪白田涂鄒巫尤鐘龔嚴韓袁金童陸夏柳凃邵錢伍倪于譚"
    + "駱熊任甘秦顧毛章史官萬俞雷粘饒張闕凌崔尹孔辛武辜陶段龍韋葛池孟褚殷麥賀賈莫文管關向包丘梅華裴樊房全佘左"
    + "花魯安鮑郝穆塗蒲成谷常閻練盛鄔耿聶符申祝繆陽解曲岳齊籃"
  private static let numeralList = "零〇一二三四五六七八九十百千萬億兆兩幾數廿卅"
  private static let soundList =
    "阿艾愛安奧巴白拜班包保鮑貝本比彼畢別賓波伯柏博布查柴戴丹道德登迪狄地丁杜多頓朵厄恩爾耳法凡范方費芬佛弗夫福"
    + "傅富蓋甘岡高戈哥格葛根古瓜圭哈海漢豪赫黑亨洪侯胡華懷霍基吉季加佳迦賈簡江傑捷金京喀卡凱坎康考柯科可克肯孔"
    + "庫寇奎昆拉萊蘭朗勞勒雷黎李里理利立莉麗連良列林琳隆魯路盧倫羅洛馬瑪麥曼芒茅梅美門蒙孟米密敏明摩莫默姆木穆"
    + "那娜納奈南內尼妮倪涅寧紐農努諾歐帕派潘龐培佩皮平珀坡普奇契齊恰強喬切琴丘邱瓊屈然讓熱仁日榮如瑞若薩塞賽桑"
    + "瑟森沙莎珊尚紹舍申聖施史詩士什蜀舒朔斯絲思司松蘇孫索塔泰坦湯唐陶特滕提蒂廷亭圖土托脫瓦萬旺威韋維偉衛魏溫"
    + "文翁沃烏武伍西希錫席夏香蕭謝辛新興修許雪雅亞揚楊堯耶葉伊依易因英尤約雲贊澤曾扎札詹章珍芝智朱茱茲卓祖佐崔"
    + "茨次察昌裘絡蕾娃葳薇碧妲黛蘿婭璐璜菲翠蜜露薔艮貢曹彥巍魁藍祿賴賓遜肖宏軒闊傳丘峰鄧儒葡瓊爵弘凌汀汶洽琪蔻嫚芮潔婕綺琦裴耐歇菈緹岱嘉"

  /// Before a name: all of it, the whole, towards it.
  private static let wholeList = "全整"

  /// Measure words of things and animals; 家, 名, 位 and 台 count firms and people.
  private static let measureList = "對隻頭匹朵株棵顆粒塊片條根張把艘輛群窩尾件碗盤杯瓶罐袋盒包枝"
  /// Last characters of given names; those that are common verbs are left out.
  private static let givenList =
    "明文芳玲龍哲仁平宏雅安恩榮強康隆勳傑銘智儀基廷豪賢忠達麗瑜昌憲士誠峰凱寧勇翰宜惠宇漢珊陽源義松堅清聰瑩耀泰珍洙澤勝祥英秀貞輝嘉威娜俊斌玉淵"
    + "潔鵬鋒麟吉濤健浩蓮涵琴宗君菲良薇敏琦晨志謙茂飛鳴彬春瀚懷永彥恆靜芙樺妮鈞維瑤晴閔穎萱雯朋珠霞蘭雪燕萍娟琳倩怡婷筠妤妍甄庭芸芝芬霖霆毅偉賓旺福"
    + "森煌熙煥燦鈴錦坤堯雄翔聖舜皓睿碩磊竣綸緯羽翠翎翊胤臻茜菁葳蓁蓉蔚虹裕詠誼譽軒輔辰逸邦郁銓錡陞靖韻頡顥駿騰鳳鴻麒鼎淑淳湘渝澄煜琪瑄瑋璇璋祐祖禎筱綺"

  /// Behind a name they may make another thing of it: streets, and the directions and numbers of
  /// streets; associations.
  private static let headList = "路街巷東西南北中二三四五六七八九會"

  private static let han: UInt8 = 1
  private static let surname: UInt8 = 2
  private static let numeral: UInt8 = 4
  private static let sound: UInt8 = 8
  private static let whole: UInt8 = 16
  private static let measure: UInt8 = 32
  private static let given: UInt8 = 64
  private static let head: UInt8 = 128

  /// The classes of every UTF-16 unit.
  private let classes: [UInt8]

  init(table: FoldTable) {
    var classes = [UInt8](repeating: 0, count: 65_536)
    for unit in 0x3400...0x9FFF where !(0x4DC0...0x4DFF).contains(unit) { classes[unit] = Self.han }
    classes[0x3007] = Self.han
    for (list, bit) in [
      (Self.surnameList, Self.surname), (Self.numeralList, Self.numeral), (Self.soundList, Self.sound),
      (Self.wholeList, Self.whole), (Self.measureList, Self.measure), (Self.givenList, Self.given),
      (Self.headList, Self.head),
    ] {
      for unit in table.fold(list) { classes[Int(unit)] |= bit }
    }
    self.classes = classes
  }

  @inline(__always) func isHan(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.han != 0 }
  @inline(__always) func isSurname(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.surname != 0 }
  @inline(__always) func isNumeral(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.numeral != 0 }
  /// Whether things and animals are counted by it.
  @inline(__always) func isMeasure(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.measure != 0 }
  /// Whether given names end with it.
  @inline(__always) func isGiven(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.given != 0 }
  /// Whether it may begin what makes another thing of the name before it: 重慶|南路, 全聯|會.
  @inline(__always) func isHead(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.head != 0 }
  /// Whether it says "the whole of" before a name.
  @inline(__always) func isWhole(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.whole != 0 }
  /// Whether foreign names are written with it.
  @inline(__always) func isSound(_ unit: UInt16) -> Bool { classes[Int(unit)] & Self.sound != 0 }
}
