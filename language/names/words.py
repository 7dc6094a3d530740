"""Words that tell names from what stands around them: offices, bodies, countries, particles."""

from __future__ import annotations

from typing import Final

from language.word_lists import words_of

OFFICES: Final = words_of(
    "president premier chancellor minister secretary ambassador envoy commissioner councilor"
    " councillor counselor governor mayor senator representative congressman congresswoman lawmaker"
    " king queen prince princess emperor emir sultan sheikh pope cardinal archbishop bishop"
    " patriarch general admiral colonel major captain lieutenant sergeant marshal commander chief"
    " chairman chairwoman chairperson chair director head leader speaker spokesman spokeswoman"
    " spokesperson negotiator diplomat delegate coordinator judge justice prosecutor attorney"
    " professor doctor dr mr mrs ms miss sir lord lady dame mme mlle madame monsieur m prof gen col"
    " maj capt lt adm sgt sen rep gov rev pres hon reporter correspondent analyst economist"
    " historian founder executive officer official ceo cfo banker manager editor author adviser"
    " advisor inspector sheriff deputy aide consul pilot skipper coach candidate nominee strategist"
    " expert researcher scientist activist président présidente ministre chancelière chancelier"
    " porte-parole directeur directrice secrétaire ambassadeur"
)
"""Heads of a title: the last word before a name, or before "of"."""

COURTESIES: Final = words_of("mr mrs ms miss sir lord lady dame mme mlle madame monsieur m dr")
"""Offices that say no more than that someone is a person."""

OFFICE_PARTS: Final = words_of(
    "foreign prime vice state interior internal defence defense finance treasury energy trade"
    " commerce justice health education home culture cultural economy economic environment labour"
    " labor agriculture fisheries transport transportation development tourism sports climate"
    " industry planning housing immigration security national first second former acting interim"
    " senior special border police opposition majority minority house senate executive managing"
    " assistant associate under lead permanent joint high press state's crown grand military naval"
    " army air presidential parliamentary party cabinet communications affairs political policy"
    " chief deputy general main late"
)
"""What stands before the head of a title and belongs to it."""

BODIES: Final = words_of(
    "ministry council organization organisation bank committee commission union agency authority"
    " department office bureau board court parliament congress senate assembly party movement"
    " university college institute school academy association federation confederation league"
    " company corporation corp inc ltd group holdings airlines airways guild society foundation"
    " fund trust observatory center centre service services institution institutions police army"
    " navy force forces front alliance coalition conference forum secretariat embassy mission"
    " government administration house cabinet club hospital church press news times post journal"
    " gazette telegraph herald tribune wire radio television network media laboratory registry"
    " banque agence ministère conseil parti université comité commission"
)
"""Heads of an organization's name."""

STATES: Final = words_of("republic kingdom emirates federation states commonwealth islands union")
"""Heads of a country's name."""

PLACES: Final = words_of(
    "sea strait bay gulf lake river mount cape isle isles island city county province district"
    " street road square bridge hotel sound"
)
"""Heads of a place's name that take "of"."""

PARTICLES: Final = words_of(
    "de del della delle di da das do dos du van von der den ten ter zu zur la le les el al bin ibn"
    " ben bint binti y e af av des los las wa ole arap ud ur ul op vom zum 't ’t"
)
FUNCTION_WORDS: Final = words_of(
    "the a an he she it they we i you his her its their our my your this that these those there"
    " here in on at but and or if when while as after before for from with without what who whom"
    " whose which why how where not no yes some many most all both one two three several each"
    " every by to of about under over since until although though because so yet also then now"
    " once only even just still however meanwhile moreover asked according speaking earlier later"
    " today yesterday tomorrow last next other another such more less few is are was were has have"
    " had will would can could may might must do does did let said nobody nothing everyone someone"
    " neither nor either during between among against into onto per than because despite le la les"
    " should shall like unlike whether maybe perhaps via amid including"
    " un une il elle ils elles on ce cette ces son sa ses leur leurs selon dans pour sur avec"
    " quant ceux-ci d’après"
)
"""Words that begin a sentence with a capital and begin no name."""

CALENDAR: Final = words_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december jan feb mar apr jun jul aug sep sept oct nov"
    " dec mon tue tues wed thu thurs fri sat sun"
    " lundi mardi mercredi jeudi vendredi samedi dimanche"
    " noël janvier février avril mai juin juillet août septembre octobre novembre décembre"
)

FAMILY_NAMES_FIRST: Final = words_of(
    "Bai Bao Cai Cao Chen Cheng Chu Cui Dai Deng Ding Dong Du Fan Fang Fei Feng Fu Gan Gao Ge Geng"
    " Gong Gu Guan Guo Han Hao He Hou Hu Hua Huang Ji Jia Jian Jiang Jiao Jin Kong Lai Lan Lei Li"
    " Lian Liang Liao Lin Ling Liu Long Lou Lu Luan Luo Lyu Ma Mao Meng Miao Mo Mu Ni Nie Niu Ou"
    " Ouyang Pan Pang Pei Peng Pu Qi Qian Qiao Qin Qiu Qu Ren Rong Ruan Shan Shao Shen Sheng Shi"
    " Shu Sima Song Su Sui Sun Tan Tang Tao Teng Tian Tong Tu Wan Wang Wei Wen Weng Wu Xi Xia Xian"
    " Xiang Xiao Xie Xin Xing Xiong Xu Xuan Xue Yan Yang Yao Ye Yi Yin Ying You Yu Yuan Yue Yun"
    " Zeng Zha Zhai Zhan Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zhuge Zhuo Zong Zou Zuo"
    " Chang Chiang Chiu Chou Hsia Hsiao Hsieh Hsu Hung Kao Ko Kuo Lau Leung Lui Tsai Tsao Tseng"
    " Tso Tsui Tung Wong Yeh Yen Yeung Chan Cheung Chow Chui Fung Ho Kwan Kwok Lam Mak Ng Poon Siu"
    " Sze Tam Tse Tsang Yau Yip Yiu Yuen Ong Teo Goh Toh Koh Heng Quek Seah Tay Chua Chee Yeo"
    " Kim Lee Park Pak Choi Choe Jung Jeong Chung Chong Kang Cho Jo Yoon Yun Jang Lim Rim Moon Mun"
    " Hwang Ahn An Shin Sin Seo Suh So Kwon Oh O Ri Rhee Yi Yoo Yu Ryu Ryoo Hong Jeon Jon Chon Bae"
    " Baek Paek Cha Heo Hur Koo Ku Nam Noh No Roh Min Ra Na Byun Kwak Sung Song Son Sohn Joo Ju"
    " Nguyen Tran Pham Hoang Huynh Vo Vu Dang Bui Ngo Duong Dinh Truong Trinh Phan Luong Vuong Mai"
    " Doan Dao To Ta Thai Chau Quach"
) - words_of("An No O So To He")
"""Common family names of Chinese, Korean and Vietnamese people, which come first."""

PARTIES: Final = words_of(
    "republican democrat democratic gop libertarian conservative labour labor green socialist"
    " liberal tory independent communist"
)
"""What tells of which party someone is."""

AUXILIARIES: Final = words_of(
    "is are was were be been has have had do does did will would can could may might must"
    " should not"
)

POSTNOMINALS: Final = words_of(
    "Jr Sr II III IV KC QC MP MEP MSP OBE MBE CBE KBE KCB PhD MD DDS RN Esq SJ"
)
"""What may follow a person's family name."""
