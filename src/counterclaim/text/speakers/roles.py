"""The nouns of those who speak: roles, groups, bodies, media, documents, states, and words of gender (room: brains).

General news English. A new noun is one word in a table here. Unknown nouns are no loss after "said", which takes any
speaker; the tables decide for the verbs that also have an everyday sense ("recorded", "gave", "reports").
"""

from typing import Literal

Gender = Literal["male", "female"]
NounKind = Literal["person", "group", "organisation", "media", "document", "state"]


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


ROLES = _words(
    """
    academic accountant administrator registrar provost activist actor actress adjutant admiral adviser advisor advocate agent aide alderman ally
    ambassador analyst anchor arbitrator archaeologist archbishop architect arranger artist astronomer athlete attorney
    attaché auditor author ayatollah backbencher bailiff baker banker bishop blogger boss boxer brewer brigadier broker
    builder butcher campaigner candidate captain cardinal caretaker caseworker chair chairman chairperson chairwoman
    chancellor chaplain chef chemist chief clergyman cleric clerk climatologist co-chair co-founder co-leader co-owner
    coach colonel columnist commander commandant commissioner comptroller conductor congressman congresswoman constable
    consul contractor controller convener convenor coordinator co-ordinator coroner correspondent councillor councilman
    councilwoman councilor counsel counsellor curator customer dealer dean defector defendant defender delegate demographer
    deputy designer detective developer diplomat director dispatcher diver doctor driver duke ecologist economist editor
    electrician emir emperor eyewitness bystander onlooker motorist cyclist commuter carpenter gardener homeowner schoolteacher engineer entrepreneur envoy epidemiologist executive expert farmer father fighter
    firefighter fireman fisherman fitter foreman forecaster founder friend general geologist goalkeeper governor grandfather
    grandmother guard guide handler harbourmaster head headmaster headmistress headteacher historian hotelier husband
    hydrologist imam inspector instructor interpreter investigator investor jeweller journalist judge juror justice king
    landlady landlord lawmaker lawyer leader lecturer legislator librarian lieutenant lord magistrate major manager
    marshal mayor mechanic mediator medic member meteorologist midfielder midwife militant miller cobbler tailor mason roofer blacksmith hairdresser barber florist grocer beekeeper
    shepherd miner minister mother
    mp musician negotiator neighbor neighbour nurse observer officer official ombudsman operator organiser organizer
    owner painter paramedic parliamentarian partner passenger pastor patient patriarch pathologist pensioner pharmacist
    photographer physician physicist pilot player plumber poet policeman policewoman politician pollster pope porter
    postman premier president priest prince princess principal producer professor programmer prosecutor psychologist
    publicist publisher pupil queen rabbi ranger rapper receptionist rector referee refugee regulator repairman reporter
    representative rescuer researcher resident retailer rival sailor scholar scientist secretary seismologist selector
    senator sergeant sheikh sheriff shipmaster shopkeeper shopper singer sister skipper skier soldier solicitor speaker
    spokesman spokesperson spokeswoman sprinter statistician steward strategist striker student sultan superintendent
    supervisor surgeon survivor surveyor teacher technician teller tenant toolmaker tourist trader trainer treasurer
    trustee tutor umpire undersecretary veteran vicar vice-chair vice-president victim villager viscount volcanologist volunteer
    voter waiter waitress warden welder widow widower wife winger witness worker writer woman man boy girl brother son
    daughter uncle aunt cousin baroness baron countess whistleblower commissar caller source insider strategist
    """
)
TITLES = _words(
    """mr mrs ms miss mx dr prof sir dame lady lord rev gen col maj capt lt sgt cpl pte sen rep gov hon st fr sr
    mullah maulvi sayyid hajji ayatollah sheikh shaikh imam madam monsieur señor herr frau"""
)
GROUPS = _words(
    """
    police authorities officials people residents locals villagers witnesses men women families relatives friends
    supporters opponents critics allies rivals protesters protestors demonstrators activists campaigners sources aides
    colleagues neighbours neighbors parents children students workers staff miners sailors nurses doctors medics
    paramedics rescuers firefighters investigators inspectors detectives prosecutors lawyers judges magistrates jurors
    experts analysts economists scientists researchers academics engineers forecasters meteorologists seismologists
    traders investors shareholders banks unions ministers diplomats mediators negotiators observers monitors lawmakers
    legislators deputies mps senators councillors delegates troops soldiers forces fighters rebels militants insurgents
    separatists gunmen commanders officers generals guards survivors victims passengers tourists migrants refugees
    customers farmers fishermen drivers journalists reporters fans players organisers organizers volunteers teachers
    historians hackers scholars clerics bishops voters others some many several few both most leaders spokesmen
    executives bosses managers directors employers employees tenants landlords owners regulators auditors republicans
    democrats conservatives liberals socialists greens islamists nationalists
    """
)
BODIES = _words(
    """
    academy administration affiliate agency airline airport alliance army arm assembly association authority bank battalion
    bench board body branch brigade bureau cabinet campaign centre center chamber charity church city clinic club coalition
    college command commission committee company confederation congress consortium consulate consultancy contractor
    cooperative corporation corps council council's county court crew defence defense delegation department diocese
    directorate division embassy emirate enterprise exchange executive faction factory faculty federation firm fleet force
    foundation front fund garrison government group guard guild guerrilla headquarters hospital hotel household industry
    inquiry inspectorate institute institution insurer junta jury kingdom laboratory lab leadership league legislature
    lobby maker management manufacturer militia military ministry mission mob monitor mosque movement municipality museum
    navy network observatory office operator opposition order orchestra organisation organization panel parliament
    partnership party patrol phone-maker planner platoon police port prefecture presidency prosecution prosecutor's
    province publisher relations affairs railway regime region regiment registry regulator republic retailer ring roadshow school secretariat
    section senate service services settlement shipyard side society squad staff startup state studio subsidiary
    supermarket supplier syndicate taskforce task-force team thinktank think-tank town trade-union treasury tribunal trust
    union unit university utility utilities village watchdog wing works yard airforce tribe family defendants tories
    tribunal's
    """
) - _words("council's prosecutor's tribunal's")
COMPANIES = _words(
    """
    company firm employer maker manufacturer producer retailer operator carmaker automaker chipmaker giant carrier airline insurer
    developer supplier startup start-up chain brewer builder business corporation conglomerate multinational miner
    contractor utility enterprise plc inc ltd llc corp gmbh ag sa co limited holdings industries
    """
)
# What a firm does, where it ends a name of two words and more: "Orle Freight", "Stonegate Capital".
INDUSTRIES = _words(
    """
    airlines airways aerospace assurance automotive aviation bancorp bank beverages biosciences biotech breweries capital
    cars chemicals communications construction couriers cruises dairies diagnostics electric electronics energy
    engineering entertainment equity farms ferries fisheries foods freight games gas haulage healthcare homes hotels
    insurance investments investors laboratories labs logistics materials metals minerals mining mobile motors networks
    oil partners petroleum pharma pharmaceuticals plastics power properties rail railways refineries research resorts
    resources securities semiconductors shipping software solutions steel steelworks stores studios systems technologies
    telecom telecoms textiles therapeutics timber transport trucks ventures works
    """
)
MEDIA = _words(
    """
    radio television tv news newspaper daily weekly times post herald gazette tribune broadcaster station channel magazine
    journal press wire telegraph guardian chronicle examiner sentinel mercury courier echo bulletin advertiser website
    podcast programme show media outlet paper tabloid agencies blog reuters afp ap bbc cnn itv npr pbs nbc cbs abc xinhua
    tass interfax ansa dpa efe kyodo pti ani bloomberg aljazeera jazeera tolo arte rte
    """
)
DOCUMENTS = _words(
    """
    report reports statement statements study studies survey surveys poll polls bulletin letter email e-mail message post
    document documents memo figures data statistics records estimates estimate filing affidavit indictment ruling judgment
    judgement verdict dispatch tweet communique communiqué note list census review audit analysis paper article book
    leaflet petition manifesto communication forecast tally count log logs minutes transcript complaint lawsuit order
    autopsy register sign banner placard poster plaque label slogan headline clock inscription rumour rumours research footage images pictures site website webpage page account feed evidence map index ledger notice
    """
)
STATES = _words(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burundi cambodia cameroon canada chad
    chile china colombia croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini
    ethiopia fiji finland france gabon gambia georgia germany ghana greece guatemala guinea guyana haiti honduras hungary
    iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan
    laos latvia lebanon lesotho liberia libya lithuania luxembourg madagascar malawi malaysia mali malta mauritania
    mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger
    nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
    scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
    tanzania thailand togo tunisia turkey türkiye turkmenistan uganda ukraine uruguay us usa uk uzbekistan vatican
    venezuela vietnam wales yemen zambia zimbabwe arabia kingdom states korea zealand lanka emirates nations taliban hamas hezbollah isis nato un eu
    kabul islamabad delhi beijing moscow kyiv kiev washington london paris berlin rome madrid tehran baghdad riyadh ankara
    cairo damascus beirut jerusalem tokyo seoul pyongyang taipei canberra ottawa brussels vienna warsaw minsk doha hanoi
    """
)
_MALE = _words(
    """mr sir lord king prince duke emperor sultan emir baron viscount father son brother husband uncle grandfather
    widower man boy gentleman spokesman chairman businessman policeman fireman congressman councilman alderman fisherman
    foreman salesman postman repairman clergyman pope imam monk waiter actor landlord headmaster ombudsman monsieur herr
    señor sheikh mullah he him his himself"""
)
_FEMALE = _words(
    """mrs ms miss dame lady queen princess duchess empress baroness countess mother daughter sister wife aunt
    grandmother widow woman girl spokeswoman chairwoman businesswoman policewoman congresswoman councilwoman actress
    waitress landlady headmistress midwife nun madam frau she her hers herself"""
)
# Given names that are, in news English, nearly always borne by one gender. They only rule candidates out for a pronoun.
_MALE_NAMES = _words(
    """aaron abdul abdullah adam ahmad ahmed alan albert alexander ali amir anthony antonio arthur benjamin bill bob boris
    brian bruce carlos charles christopher daniel david dennis dmitry donald douglas edward emmanuel eric ethan francis
    frank fred gary george giovanni gordon graham greg hamid harold harry hassan henry herbert howard hugh ibrahim ivan
    jack jacob jacques james jason jeffrey jeremy jim joe john jonathan jorge jose joseph joshua juan karl keith kenneth
    kevin khalid larry lars lawrence louis luis luke mahmoud marco mario mark martin matthew michael mikhail mohammad
    mohammed muhammad nathan neil nicholas nigel oliver omar oscar oskar otto patrick paul pedro peter philip pierre
    rafael ralph raymond richard robert roger ronald russell samuel scott sergei simon stefan stephen steven stuart
    thomas tim timothy tom tony victor viktor vincent vladimir walter wayne william xavier yusuf zachary"""
)
_FEMALE_NAMES = _words(
    """abigail aisha alice alison amanda amelia amy angela anita ann anna anne annie barbara beatrice bernadette beth
    brenda bridget carla carmen carol caroline catherine cecilia charlotte christina christine clara claudia cynthia
    deborah diana donna dorothy edith elena elizabeth ellen emily emma eva evelyn fatima fiona florence frances gabriela
    georgina gloria grace greta hannah heather helen helena ida ingrid irene iris isabel jacqueline jane janet jennifer
    jessica joan joanna judith julia julie karen kate katherine kathleen laura lena linda lisa louise lucia lucy
    magdalena mairead margaret maria marie marta martha mary maya megan melissa michelle monica nadia nancy natalia
    natasha nicola nicole olga olivia pamela patricia paula penelope rachel rebecca rosa rose ruth samantha sandra sara
    sarah sheila sofia sonia sophia sophie stephanie susan suzanne sylvia teresa theresa tina ursula valerie vanessa
    veronica victoria virginia wendy yvonne zoe"""
)
_SAME_ROLE = (
    _words("spokesman spokeswoman spokesperson"),
    _words("chair chairman chairwoman chairperson"),
    _words("premier minister"),
    _words("convenor convener"),
    _words("coordinator co-ordinator"),
    _words("chief head leader boss"),
    _words("ministry minister's"),
)


# Trades and ranks that are also family names: last in a name they are one ("Ann Baker", "Bo King").
FAMILY_NAMES = _words(
    """abbott archer baker baron bishop butcher butler carpenter clerk coach constable dean driver duke earl farmer fisher
    fowler gardener guard judge king lord major marshal mason miller noble page painter parker pope porter potter prince
    sailor shepherd singer skipper steward surgeon taylor tiller trainer turner walker warden weaver wright"""
)
# What an office is about, not whom it stands for: "Finance minister", "Prime Minister".
PORTFOLIOS = _words(
    """finance foreign interior defence defense health education transport energy trade justice agriculture environment
    culture labour labor home prime deputy vice chief senior junior acting former first lead head general industry
    economy budget treasury housing planning sports tourism science climate police fire press news media personnel duty
    mission project prison staff executive managing regional national local federal central assistant principal state forensic medical legal political public private social economic veteran
    retired"""
)


def gender_of(words: str) -> Gender | None:
    """The gender that a title, a role or a word of kinship states; None where it states none.

    >>> gender_of("finance minister"), gender_of("army spokesman"), gender_of("Mrs")
    (None, 'male', 'female')
    """
    found = {w.strip(".").lower() for w in words.split()}
    if found & _MALE:
        return None if found & _FEMALE else "male"
    return "female" if found & _FEMALE else None


def gender_of_name(name: str) -> Gender | None:
    """The gender that a full name's first word suggests; None for a single word or a name that the lists do not know.

    >>> gender_of_name("Mary Quill"), gender_of_name("Kim Park"), gender_of_name("Mary")
    ('female', None, None)
    """
    first, _, rest = name.lower().partition(" ")
    if not rest:
        return None
    return "male" if first in _MALE_NAMES else "female" if first in _FEMALE_NAMES else None


def same_role(a: str, b: str) -> bool:
    """Whether two role nouns can name one office ("spokesperson", "spokesman").

    >>> same_role("spokesman", "spokesperson"), same_role("mayor", "judge")
    (True, False)
    """
    return a == b or any(a in group and b in group for group in _SAME_ROLE)


def noun_kind(word: str) -> NounKind | None:
    """What sort of speaker a lower-case head noun names; None where the tables do not know it.

    >>> noun_kind("spokesman"), noun_kind("ministry"), noun_kind("residents"), noun_kind("table")
    ('person', 'organisation', 'group', None)
    """
    word = word.rstrip(".")
    if word in GROUPS or (word.endswith("s") and word[:-1] in ROLES):
        return "group"
    if word in ROLES or word in TITLES:
        return "person"
    if word in BODIES or word in COMPANIES:
        return "organisation"
    if word in DOCUMENTS:
        return "document"
    return "media" if word in MEDIA else "state" if word in STATES else None


def _parts(word: str) -> str:
    return word.rpartition("-")[2]


def is_role(word: str) -> bool:
    """Whether a lower-case word names a person's office, trade or kinship ("co-ordinator", "vice-president").

    >>> is_role("vice-admiral"), is_role("bridge")
    (True, False)
    """
    return word in ROLES or _parts(word) in ROLES
