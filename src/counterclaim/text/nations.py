"""Countries as English names them: the country, its adjective, its seat of government (room: brains).

A plain table: the well-kept libraries of countries (pycountry, babel) have no adjectives, and what demonyms others list
are those of people ("New Zealander", "Icelander"), not those of armies. It is parsed at first use.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

_LONGEST = 3  # words of a country's name ("Papua New Guinea")
# country: adjectives, seat. A hyphen joins the words of one name.
_TABLE = """
afghanistan: afghan, kabul; albania: albanian, tirana; algeria: algerian, algiers; andorra: andorran, andorra-la-vella;
angola: angolan, luanda; argentina: argentine argentinian, buenos-aires; armenia: armenian, yerevan;
australia: australian, canberra; austria: austrian, vienna; azerbaijan: azerbaijani, baku; bahamas: bahamian, nassau;
bahrain: bahraini, manama; bangladesh: bangladeshi, dhaka; barbados: barbadian, bridgetown;
belarus: belarusian belarussian, minsk; belgium: belgian, brussels; belize: belizean, belmopan; benin: beninese, porto-novo;
bhutan: bhutanese, thimphu; bolivia: bolivian, la-paz; bosnia: bosnian, sarajevo; botswana: botswanan, gaborone;
brazil: brazilian, brasilia brasília; brunei: bruneian, bandar-seri-begawan; bulgaria: bulgarian, sofia;
burkina-faso: burkinabe, ouagadougou; burundi: burundian, gitega bujumbura; cambodia: cambodian, phnom-penh;
cameroon: cameroonian, yaounde yaoundé; canada: canadian, ottawa; cape-verde: cape-verdean, praia; chad: chadian, n’djamena;
chile: chilean, santiago; china: chinese, beijing; colombia: colombian, bogota bogotá; comoros: comorian, moroni;
congo: congolese, kinshasa; costa-rica: costa-rican, san-jose; croatia: croatian, zagreb; cuba: cuban, havana;
cyprus: cypriot, nicosia; czechia czech-republic: czech, prague; denmark: danish, copenhagen; djibouti: djiboutian, djibouti;
dominican-republic: dominican, santo-domingo; ecuador: ecuadorian ecuadorean, quito; egypt: egyptian, cairo;
el-salvador: salvadoran salvadorean, san-salvador; eritrea: eritrean, asmara; estonia: estonian, tallinn;
eswatini swaziland: swazi, mbabane; ethiopia: ethiopian, addis-ababa; fiji: fijian, suva; finland: finnish, helsinki;
france: french, paris; gabon: gabonese, libreville; gambia: gambian, banjul; georgia: georgian, tbilisi;
germany: german, berlin; ghana: ghanaian, accra; greece: greek, athens; grenada: grenadian, st-george’s;
guatemala: guatemalan, guatemala-city; guinea: guinean, conakry; guyana: guyanese, georgetown; haiti: haitian, port-au-prince;
honduras: honduran, tegucigalpa; hungary: hungarian, budapest; iceland: icelandic, reykjavik; india: indian, delhi new-delhi;
indonesia: indonesian, jakarta; iran: iranian, tehran; iraq: iraqi, baghdad; ireland: irish, dublin;
israel: israeli, jerusalem; italy: italian, rome; ivory-coast côte-d’ivoire: ivorian, yamoussoukro; jamaica: jamaican, kingston;
japan: japanese, tokyo; jordan: jordanian, amman; kazakhstan: kazakh kazakhstani, astana; kenya: kenyan, nairobi;
kosovo: kosovan kosovar, pristina; kuwait: kuwaiti, kuwait-city; kyrgyzstan: kyrgyz, bishkek; laos: laotian lao, vientiane;
latvia: latvian, riga; lebanon: lebanese, beirut; lesotho: basotho, maseru; liberia: liberian, monrovia;
libya: libyan, tripoli; liechtenstein: liechtensteiner, vaduz; lithuania: lithuanian, vilnius;
luxembourg: luxembourgish, luxembourg; madagascar: malagasy, antananarivo; malawi: malawian, lilongwe;
malaysia: malaysian, kuala-lumpur putrajaya; maldives: maldivian, male malé; mali: malian, bamako; malta: maltese, valletta;
mauritania: mauritanian, nouakchott; mauritius: mauritian, port-louis; mexico: mexican, mexico-city;
moldova: moldovan, chisinau chișinău; monaco: monegasque, monaco; mongolia: mongolian, ulaanbaatar;
montenegro: montenegrin, podgorica; morocco: moroccan, rabat; mozambique: mozambican, maputo;
myanmar burma: burmese, naypyidaw; namibia: namibian, windhoek; nepal: nepali nepalese, kathmandu;
netherlands holland: dutch, the-hague; new-zealand: new-zealand, wellington; nicaragua: nicaraguan, managua;
niger: nigerien, niamey; nigeria: nigerian, abuja; north-korea: north-korean, pyongyang;
north-macedonia: macedonian north-macedonian, skopje; norway: norwegian, oslo; oman: omani, muscat;
pakistan: pakistani, islamabad; palestine: palestinian, ramallah; panama: panamanian, panama-city;
papua-new-guinea: papua-new-guinean, port-moresby; paraguay: paraguayan, asuncion asunción; peru: peruvian, lima;
philippines: philippine filipino, manila; poland: polish, warsaw; portugal: portuguese, lisbon; qatar: qatari, doha;
romania: romanian, bucharest; russia: russian, moscow kremlin; rwanda: rwandan, kigali; samoa: samoan, apia;
saudi-arabia: saudi saudi-arabian, riyadh; senegal: senegalese, dakar; serbia: serbian, belgrade;
seychelles: seychellois, victoria; sierra-leone: sierra-leonean, freetown; singapore: singaporean, singapore;
slovakia: slovak, bratislava; slovenia: slovenian slovene, ljubljana; solomon-islands: solomon-islander, honiara;
somalia: somali, mogadishu; south-africa: south-african, pretoria; south-korea: south-korean, seoul;
south-sudan: south-sudanese, juba; spain: spanish, madrid; sri-lanka: sri-lankan, colombo; sudan: sudanese, khartoum;
suriname: surinamese, paramaribo; sweden: swedish, stockholm; switzerland: swiss, bern berne; syria: syrian, damascus;
taiwan: taiwanese, taipei; tajikistan: tajik, dushanbe; tanzania: tanzanian, dodoma; thailand: thai, bangkok;
timor-leste east-timor: timorese, dili; togo: togolese, lome lomé; tonga: tongan, nuku’alofa;
trinidad: trinidadian, port-of-spain; tunisia: tunisian, tunis; turkey türkiye: turkish, ankara;
turkmenistan: turkmen, ashgabat; uganda: ugandan, kampala; ukraine: ukrainian, kyiv kiev;
united-arab-emirates uae: emirati, abu-dhabi; united-kingdom uk britain: british, london;
united-states us u.s usa america: american, washington; uruguay: uruguayan, montevideo; uzbekistan: uzbek, tashkent;
vanuatu: vanuatuan, port-vila; vatican: vatican, vatican-city; venezuela: venezuelan, caracas; vietnam: vietnamese, hanoi;
yemen: yemeni, sanaa sana’a; zambia: zambian, lusaka; zimbabwe: zimbabwean, harare;
england: english; scotland: scottish, edinburgh; wales: welsh, cardiff
"""


class Naming(NamedTuple):
    """What some words name: the country, as which part of its naming."""

    country: str
    part: str  # "name", "adjective" or "seat"


@cache
def _namings() -> Mapping[tuple[str, ...], Naming]:
    found: dict[tuple[str, ...], Naming] = {}
    for entry in _TABLE.replace("\n", " ").split(";"):
        names, _, rest = entry.partition(":")
        adjectives, _, seats = rest.partition(",")
        country = names.split()[0]
        for part, words in (("name", names), ("adjective", adjectives), ("seat", seats)):
            for word in words.split():
                found.setdefault(tuple(word.split("-")), Naming(country, part))
    return found


def find_nations(words: Sequence[str]) -> Iterator[tuple[int, int, Naming]]:
    """The countries among some lower-case words without possessive endings, as (start, end, naming).

    >>> list(find_nations("the saudi army".split()))
    [(1, 2, Naming(country='saudi-arabia', part='adjective'))]
    >>> [n.country for _, _, n in find_nations(["south", "korean", "police", "kyiv"])]
    ['south-korea', 'ukraine']
    """
    known = _namings()
    i = 0
    while i < len(words):
        ends = range(min(i + _LONGEST, len(words)), i, -1)
        end = next((e for e in ends if tuple(words[i:e]) in known), None)
        if end is not None:
            yield i, end, known[tuple(words[i:end])]
        i = end or i + 1
