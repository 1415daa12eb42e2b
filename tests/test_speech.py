"""Who says what, and through whom: tables of cases, traps, and what holds for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.sentences import split_sentences
from counterclaim.text.speakers import find_speakers
from counterclaim.text.speech import Speech, find_speech


def speeches(text: str, *, title_end: int = 0, outlet: str | None = None) -> tuple[Speech, ...]:
    return find_speech(text, split_sentences(text), title_end=title_end, outlet=outlet)


def said(text: str, *, title_end: int = 0, outlet: str | None = None) -> list[tuple[str, str]]:
    """Each content with its chain of speakers, the originator first."""
    found = speeches(text, title_end=title_end, outlet=outlet)
    return [(text[s.start : s.end], " <- ".join(str(a.name) for a in s.attribution)) for s in found]


SPOKEN = [
    pytest.param(
        "For five days the police said there had been no gas.",
        [("there had been no gas", "police")],
        id="how-long-before-the-speaker",
    ),
    pytest.param(
        "After the vote the mayor said the plan was dead.",
        [("the plan was dead", "mayor")],
        id="when-before-the-speaker",
    ),
    pytest.param(
        "After the mayor said the plan was dead, the crowd left the square.",
        [("the plan was dead", "mayor")],
        id="a-clause-that-tells-when",
    ),
    pytest.param(
        "Although the ministry denied that the dam was damaged, water ran through the streets.",
        [("the dam was damaged", "ministry")],
        id="a-clause-that-tells-despite-what",
    ),
    pytest.param(
        "The defendant had lied to the jury, prosecutor Maya Holt told the court on Tuesday.",
        [("The defendant had lied to the jury", "Maya Holt")],
        id="trailing-told",
    ),
    pytest.param(
        "Judge Alan Pryce said the evidence was thin. “I have seen stronger cases,” he said.",
        [("the evidence was thin", "Alan Pryce"), ("I have seen stronger cases", "Alan Pryce")],
        id="leading-then-pronoun",
    ),
    pytest.param(
        "“We played badly,” coach Rui Teles admitted. “But we will be back.”",
        [("We played badly", "Rui Teles"), ("But we will be back.", "Rui Teles")],
        id="second-quote-after-cue",
    ),
    pytest.param(
        "According to the weather office, gusts reached 140 kilometres an hour.",
        [("gusts reached 140 kilometres an hour", "weather office")],
        id="according-to-first",
    ),
    pytest.param(
        "The gusts had reached 140 kilometres an hour, according to the weather office, and two roofs were lost.",
        [
            ("The gusts had reached 140 kilometres an hour", "weather office"),
            ("two roofs were lost", "weather office"),
        ],
        id="according-to-middle",
    ),
    pytest.param(
        "“The storm,” forecaster Ida Bloom said, “is not over.”",
        [("The storm", "Ida Bloom"), ("is not over.", "Ida Bloom")],
        id="split-quote",
    ),
    pytest.param(
        "The bank’s chief economist, Tom Reyes, estimated growth at 1.2 per cent.",
        [("growth at 1.2 per cent", "Tom Reyes")],
        id="owner-role-name",
    ),
    pytest.param(
        "Union leaders put attendance at 40,000; police counted 12,000.",
        [("attendance at 40,000", "Union leaders"), ("12,000", "police")],
        id="two-figures-semicolon",
    ),
    pytest.param(
        "Police said 12 people had been arrested, while organisers claimed that hundreds were held.",
        [("12 people had been arrested", "Police"), ("hundreds were held", "organisers")],
        id="sibling-while",
    ),
    pytest.param(
        "Two officials who asked not to be named said the talks had failed.",
        [("the talks had failed", "officials")],
        id="restrictive-who",
    ),
    pytest.param(
        "An engineer at the dam, who begged us not to print his name, said two gates were opened.",
        [("two gates were opened", "engineer at the dam")],
        id="begged-aside",
    ),
    pytest.param(
        "A guard, who told us he feared for his job, said the alarm had been off.",
        [("the alarm had been off", "guard")],
        id="told-aside",
    ),
    pytest.param(
        "The mayor, who said the dam had held, left the town.",
        [("the dam had held", "mayor")],
        id="only-an-aside-speaks",
    ),
    pytest.param(
        "A spokesman for the army said the village had been taken. The spokesman added that it was quiet.",
        [
            ("the village had been taken", "spokesman for the army"),
            ("it was quiet", "spokesman for the army"),
        ],
        id="spokesman-for-then-definite",
    ),
    pytest.param(
        "Marta Kline, 54, a nurse at the clinic, said she had seen smoke.",
        [("she had seen smoke", "Marta Kline")],
        id="name-age-role",
    ),
    pytest.param(
        "Ida Holm, a nurse, 42, said the ward was full.",
        [("the ward was full", "Ida Holm")],
        id="role-age-name",
    ),
    pytest.param(
        "The ministry denied having ordered the strike.",
        [("having ordered the strike", "ministry")],
        id="deny-gerund",
    ),
    pytest.param(
        "The ministry rejected the claim that it had ordered the strike.",
        [("it had ordered the strike", "ministry")],
        id="reject-claim-that",
    ),
    pytest.param(
        "Teles will stay, the coach said, according to Radio Norte.",
        [("Teles will stay", "coach <- Radio Norte")],
        id="relay-according-to",
    ),
    pytest.param(
        "Radio Norte reported that the coach had said Teles would stay.",
        [("Teles would stay", "coach <- Radio Norte")],
        id="relay-reported-that-had-said",
    ),
    pytest.param(
        "Teles will stay, Radio Norte reported, citing the coach.",
        [("Teles will stay", "coach <- Radio Norte")],
        id="relay-citing",
    ),
    pytest.param(
        "Reuters, citing two sources, said talks had stalled.",
        [("talks had stalled", "sources <- Reuters")],
        id="relay-citing-first",
    ),
    pytest.param(
        "The strike hit a warehouse, state television reported, quoting the army.",
        [("The strike hit a warehouse", "army <- state television")],
        id="relay-quoting",
    ),
    pytest.param(
        "The agency quoted the coach as saying that Teles would stay.",
        [("Teles would stay", "coach <- agency")],
        id="relay-quoted-as-saying",
    ),
    pytest.param(
        "Minister Ann Lee was quoted by Moor Radio as saying the road was open.",
        [("the road was open", "Ann Lee <- Moor Radio")],
        id="relay-was-quoted-by",
    ),
    pytest.param(
        "He was arrested at dawn, Lee said, as reported by the Orle Gazette.",
        [("He was arrested at dawn", "Lee <- Orle Gazette")],
        id="relay-as-reported-by",
    ),
    pytest.param(
        "The miners are alive, their union said, Moor Radio reported.",
        [("The miners are alive", "union <- Moor Radio")],
        id="relay-reported-trailing",
    ),
    pytest.param(
        "'We lost. It hurts,' Ana Ruiz said.", [("We lost. It hurts", "Ana Ruiz")], id="single-quotes"
    ),
    pytest.param(
        '"It was the workers\' choice," said Ana Ruiz.',
        [("It was the workers' choice", "Ana Ruiz")],
        id="straight-double",
    ),
    pytest.param(
        "«Nous partons demain», said minister Jean Roux.",
        [("Nous partons demain", "Jean Roux")],
        id="guillemets",
    ),
    pytest.param(
        "‘They cut the workers’ pay,’ said Ana Ruiz.",
        [("They cut the workers’ pay", "Ana Ruiz")],
        id="curly-single",
    ),
    pytest.param("„Es ist vorbei“, said coach Uwe Lang.", [("Es ist vorbei", "Uwe Lang")], id="low-marks"),
    pytest.param(
        "“They told me ‘go home’ and I went,” Ana Ruiz said.",
        [("They told me ‘go home’ and I went", "Ana Ruiz")],
        id="nested-quotes",
    ),
    pytest.param("“It is over”, Ruiz said.", [("It is over", "Ruiz")], id="comma-outside"),
    pytest.param("“It is over” Ruiz said.", [("It is over", "Ruiz")], id="no-comma"),
    pytest.param(
        "The council said: “The bridge is safe. The road is not.” Nobody crossed it.",
        [("The bridge is safe. The road is not.", "council")],
        id="several-sentences-in-quote",
    ),
    pytest.param(
        "“The bridge is safe.\n\n“The road is not.\n\n“Nobody crosses it,” Ana Ruiz said.",
        [
            ("The bridge is safe.", "Ana Ruiz"),
            ("The road is not.", "Ana Ruiz"),
            ("Nobody crosses it", "Ana Ruiz"),
        ],
        id="three-paragraphs",
    ),
    pytest.param(
        "Ana Ruiz said: “The bridge is safe.\n\n“The road is not.\n\n“Nobody crosses it.”",
        [
            ("The bridge is safe.", "Ana Ruiz"),
            ("The road is not.", "Ana Ruiz"),
            ("Nobody crosses it.", "Ana Ruiz"),
        ],
        id="three-paragraphs-cue-first",
    ),
    pytest.param(
        "The council said:\n- the bridge is shut;\n- the road is open.\nThe mayor left.",
        [("the bridge is shut", "council"), ("the road is open", "council")],
        id="bullets",
    ),
    pytest.param(
        "The council said:\n“The bridge is shut.”",
        [("The bridge is shut.", "council")],
        id="quote-after-lead-in",
    ),
    pytest.param(
        "If the offer is refused, the union said, its members will strike.",
        [("If the offer is refused", "union"), ("its members will strike", "union")],
        id="if-clause-middle",
    ),
    pytest.param(
        "The blast killed three people, hospital officials said, and wounded at least 20 others.",
        [
            ("The blast killed three people", "hospital officials"),
            ("wounded at least 20 others", "hospital officials"),
        ],
        id="and-after-middle-cue",
    ),
    pytest.param(
        "More than 20 shops shut, the guild said, nearly all of them bakeries.",
        [("More than 20 shops shut", "guild"), ("nearly all of them bakeries", "guild")],
        id="nearly-all-after-cue",
    ),
    pytest.param(
        "The offer was poor, the union said, adding that talks would go on.",
        [("The offer was poor", "union"), ("talks would go on", "union")],
        id="adding",
    ),
    pytest.param(
        "The river will crest at noon, said Lisa Orr of the Met Office, adding: “Stay away from the banks.”",
        [("The river will crest at noon", "Lisa Orr"), ("Stay away from the banks.", "Lisa Orr")],
        id="adding-quote",
    ),
    pytest.param(
        "Six roads were cut, said engineer Bo Ek, who estimated repairs at $3 million.",
        [("Six roads were cut", "Bo Ek"), ("repairs at $3 million", "Bo Ek")],
        id="who-estimated",
    ),
    pytest.param(
        "The doctor, Ana Ruiz, was calm. She put the number of injured at 190 and said nine were missing.",
        [("the number of injured at 190", "Ana Ruiz"), ("nine were missing", "Ana Ruiz")],
        id="put-and-said",
    ),
    pytest.param(
        "The hospital confirmed that nine children had died but declined to release their names.",
        [("nine children had died", "hospital"), ("release their names", "hospital")],
        id="shared-subject",
    ),
    pytest.param(
        "The survey office gave the quake a magnitude of 5.1, and placed its centre 9 kilometres from Orle.",
        [
            ("the quake a magnitude of 5.1", "survey office"),
            ("its centre 9 kilometres from Orle", "survey office"),
        ],
        id="gave-magnitude",
    ),
    pytest.param(
        "“It shook,” said analyst Perl Oke. She counted 63 aftershocks.",
        [("It shook", "Perl Oke"), ("63 aftershocks", "Perl Oke")],
        id="counted",
    ),
    pytest.param("The ministry raised its toll to 14.", [("its toll to 14", "ministry")], id="raised-toll"),
    pytest.param(
        "The institute is standing by a figure of 6.4.", [("a figure of 6.4", "institute")], id="standing-by"
    ),
    pytest.param(
        "The toll stood at 12, by the mayor’s count.", [("The toll stood at 12", "mayor")], id="by-count"
    ),
    pytest.param("In Ruiz’s view, the vote was lost.", [("the vote was lost", "Ruiz")], id="in-view"),
    pytest.param(
        "The ministry’s figures show 12 of 40 pumps failed.",
        [("12 of 40 pumps failed", "ministry")],
        id="figures-show",
    ),
    pytest.param(
        "Figures from the ministry show that 12 of 40 pumps failed.",
        [("12 of 40 pumps failed", "ministry")],
        id="figures-from",
    ),
    pytest.param(
        "Prices rose 4 per cent in May, according to figures released on Friday by the statistics office.",
        [("Prices rose 4 per cent in May", "statistics office")],
        id="figures-released-by",
    ),
    pytest.param(
        "The inquiry’s report found that 12 of 40 pumps had failed.",
        [("12 of 40 pumps had failed", "inquiry")],
        id="report-found",
    ),
    pytest.param(
        "More than 200 people died, the World Health Organization (WHO) said. The WHO said it would send help.",
        [
            ("More than 200 people died", "World Health Organization"),
            ("it would send help", "World Health Organization"),
        ],
        id="acronym",
    ),
    pytest.param(
        "Acme Steel, a maker of rails, said it would cut 90 jobs. The company said pay would rise.",
        [("it would cut 90 jobs", "Acme Steel"), ("pay would rise", "Acme Steel")],
        id="company-description",
    ),
    pytest.param(
        "Acme Steel said it would cut 90 jobs. Acme said the cuts were needed.",
        [("it would cut 90 jobs", "Acme Steel"), ("the cuts were needed", "Acme Steel")],
        id="short-name",
    ),
    pytest.param(
        "The Federal Bureau of Investigation said it had no leads. The bureau said it was looking.",
        [
            ("it had no leads", "Federal Bureau of Investigation"),
            ("it was looking", "Federal Bureau of Investigation"),
        ],
        id="bureau",
    ),
    pytest.param(
        "Ludwig van Beek said rain would come. Van Beek repeated that it would be heavy.",
        [("rain would come", "Ludwig van Beek"), ("it would be heavy", "Ludwig van Beek")],
        id="surname-with-particle",
    ),
    pytest.param(
        "Ban Ki-moon said rain would come. Mr Ban said it would be heavy.",
        [("rain would come", "Ban Ki-moon"), ("it would be heavy", "Ban Ki-moon")],
        id="family-name-first",
    ),
    pytest.param(
        "McDonald’s said it would close 40 shops.",
        [("it would close 40 shops", "McDonald’s")],
        id="firm-in-s",
    ),
    pytest.param(
        "The Metal and Motor Union said it would march.",
        [("it would march", "Metal and Motor Union")],
        id="and-in-name",
    ),
    pytest.param(
        "The Ministry of Health and Welfare said nine people were ill.",
        [("nine people were ill", "Ministry of Health and Welfare")],
        id="ministry-of-two",
    ),
    pytest.param(
        "The ministry and the union said the dam was safe.",
        [("the dam was safe", "ministry and the union")],
        id="joint-speakers",
    ),
    pytest.param(
        "Khalil, Diaz and Moss all said the road was clear.",
        [("the road was clear", "Khalil, Diaz and Moss")],
        id="listed-speakers",
    ),
    pytest.param(
        "The club’s chairman, Bob Tate, and its coach, Rui Teles, said the row was over.",
        [("the row was over", "Bob Tate and Rui Teles")],
        id="two-with-roles",
    ),
    pytest.param(
        "Nobody was hurt, said Javid Khan and Tahir Amin.",
        [("Nobody was hurt", "Javid Khan and Tahir Amin")],
        id="inverted-two",
    ),
    pytest.param(
        "Foreign minister Eva Stahl and defence minister Karl Roth flew to Bern. The defence minister said he was hopeful.",
        [("he was hopeful", "Karl Roth")],
        id="role-by-office",
    ),
    pytest.param(
        "The Taliban’s spokesman, Omar Zai, said nine died. The Taliban spokesperson said more were hurt.",
        [("nine died", "Omar Zai"), ("more were hurt", "Omar Zai")],
        id="role-spokesperson",
    ),
    pytest.param(
        "Governor Ben Lund said 17 had died. He reacted angrily to Open Hands. “They should help,” he said. “Not one tent came.”",
        [("17 had died", "Ben Lund"), ("They should help", "Ben Lund"), ("Not one tent came.", "Ben Lund")],
        id="goes-on-about-him",
    ),
    pytest.param(
        "Coach Ida Moor said the squad was fit. She praised Red Star. “They run,” she said.",
        [("the squad was fit", "Ida Moor"), ("They run", "Ida Moor")],
        id="goes-on-about-her",
    ),
    pytest.param(
        "Mr Park and Mrs Lowe met in June. “He never asked,” she said.",
        [("He never asked", "Lowe")],
        id="title-gender",
    ),
    pytest.param(
        "Tom Hale met Ann Orr at the site. She said the blaze was out.",
        [("the blaze was out", "Ann Orr")],
        id="given-name-gender",
    ),
    pytest.param(
        "Kim Vale said the blaze was out. “I saw it,” she said. Later Vale left with Tom Hale. “It was hot,” she said.",
        [("the blaze was out", "Kim Vale"), ("I saw it", "Kim Vale"), ("It was hot", "Kim Vale")],
        id="gender-learnt",
    ),
    pytest.param(
        "Gen Omar Khalil and Col Sara Diaz briefed reporters. Diaz said the road was clear. Khalil said it was mined.",
        [("the road was clear", "Sara Diaz"), ("it was mined", "Omar Khalil")],
        id="general-and-colonel",
    ),
    pytest.param(
        "The ministry said the dam was safe. It said it had checked.",
        [("the dam was safe", "ministry"), ("it had checked", "ministry")],
        id="it-is-body",
    ),
    pytest.param(
        "The villagers were angry. They said the dam was old.",
        [("the dam was old", "villagers")],
        id="they-is-group",
    ),
    pytest.param(
        "Ruiz scored twice. “I was lucky,” she said. “The wind helped.”",
        [("I was lucky", "Ruiz"), ("The wind helped.", "Ruiz")],
        id="subject-of-narration",
    ),
    pytest.param(
        "Tom Hale said the blaze was out.\n“We got lucky,” he added.",
        [("the blaze was out", "Tom Hale"), ("We got lucky", "Tom Hale")],
        id="pronoun-next-paragraph",
    ),
    pytest.param("“Is it over?” Ruiz asked.", [("Is it over?", "Ruiz")], id="question-then-cue"),
    pytest.param("“It is over!” shouted the crowd.", [("It is over!", "crowd")], id="exclamation-inverted"),
    pytest.param("Ruiz: “It is over.”", [("It is over.", "Ruiz")], id="name-colon-quote"),
    pytest.param(
        "In a statement on Monday, the club said: “It is over.”",
        [("It is over.", "club")],
        id="adverbial-before-cue",
    ),
    pytest.param(
        "Speaking in Lyon on Friday, Ruiz said the vote was over.",
        [("the vote was over", "Ruiz")],
        id="speaking-in",
    ),
    pytest.param(
        "The plan is dead, as the minister said last week.",
        [("The plan is dead", "minister")],
        id="as-minister-said",
    ),
    pytest.param(
        "The strikes killed nine people, which Islamabad denied.",
        [("The strikes killed nine people", "Islamabad")],
        id="relative-denial",
    ),
    pytest.param(
        "The opposition says the vote was rigged, a charge the government denies.",
        [("the vote was rigged", "opposition"), ("a charge the government denies", "government")],
        id="appositive-denial",
    ),
    pytest.param(
        "Kabul blamed Islamabad for the strikes, which Islamabad neither confirmed nor denied.",
        [
            ("Islamabad for the strikes", "Kabul"),
            ("which Islamabad neither confirmed nor denied", "Islamabad"),
        ],
        id="evasion-relative",
    ),
    pytest.param(
        "The operator said it was untrue that the dam had cracked.",
        [("the dam had cracked", "operator")],
        id="untrue-that",
    ),
    pytest.param(
        "The deaths were confirmed by the district hospital.",
        [("The deaths", "district hospital")],
        id="confirmed-by",
    ),
    pytest.param(
        "Lena Farr’s lawyer, Olu Bako, called the charges “a fantasy”.",
        [("the charges “a fantasy”", "Olu Bako")],
        id="called-quote",
    ),
    pytest.param(
        "Judges told the council to count again.", [("the council to count again", "Judges")], id="told-to"
    ),
    pytest.param(
        "The court heard that Doyle had fled to Spain.",
        [("Doyle had fled to Spain", "None")],
        id="hearsay-court",
    ),
    pytest.param(
        "The Norwegian army’s chief of staff, Gen. Kai Berg, said nine soldiers died.",
        [("nine soldiers died", "Kai Berg")],
        id="chief-of-staff",
    ),
    pytest.param(
        "The U.S. Army said it struck the boat, killing four.",
        [("it struck the boat, killing four", "U.S. Army")],
        id="us-army",
    ),
    pytest.param(
        "Hospital director Omar Said said 12 bodies had arrived.",
        [("12 bodies had arrived", "Omar Said")],
        id="omar-said",
    ),
    pytest.param(
        "An official said, on condition of anonymity, that talks had stalled.",
        [("talks had stalled", "official")],
        id="anonymous-aside",
    ),
    pytest.param(
        "One witness said there were two shots; another said there were five.",
        [("there were two shots", "witness"), ("there were five", "None")],
        id="another",
    ),
    pytest.param(
        "A message shared on Wednesday claims that all staff will go.",
        [("all staff will go", "message")],
        id="reduced-relative",
    ),
    pytest.param(
        "The group known as Red Dawn claimed responsibility for the blast.",
        [("responsibility for the blast", "group")],
        id="group-known-as",
    ),
    pytest.param(
        "ORLE, May 3 (Wire) — Nine people died, police said.",
        [("Nine people died", "police")],
        id="dateline-dash",
    ),
    pytest.param(
        "Orle, May 3 (Wire) The mayor, Ann Lee, said nine people had died.",
        [("nine people had died", "Ann Lee")],
        id="dateline-agency",
    ),
    pytest.param(
        "The senator demanded that the general resign.", [("the general resign", "senator")], id="demand-that"
    ),
    pytest.param(
        "The governor called for calm and urged residents to leave.",
        [("calm", "governor"), ("residents to leave", "governor")],
        id="urged-to",
    ),
    pytest.param("The broker warned of a fall in prices.", [("a fall in prices", "broker")], id="warned-of"),
    pytest.param(
        "“No order was made,” its clerk, Lin Herro, told reporters at 6 p.m. on Monday.",
        [("No order was made", "Lin Herro")],
        id="court-clerk",
    ),
    pytest.param(
        "Captain Jo Aas had conceded the match, the umpire said.",
        [("Captain Jo Aas had conceded the match", "umpire")],
        id="wraps-contested-act",
    ),
    pytest.param(
        "Kai Berg claimed the win. Rival Jo Aas had given up, he said.",
        [("the win", "Kai Berg"), ("Rival Jo Aas had given up", "Kai Berg")],
        id="trailing-pronoun-other-named",
    ),
    pytest.param(
        "He was “deeply sorry” and would resign, the mayor said.",
        [("He was “deeply sorry” and would resign", "mayor")],
        id="mixed-content",
    ),
    pytest.param(
        "Snow will reach the coast by noon, the Met Office forecast.",
        [("Snow will reach the coast by noon", "Met Office")],
        id="weather",
    ),
    pytest.param(
        "Striker Bo Ek denied that he had asked to leave.",
        [("he had asked to leave", "Bo Ek")],
        id="sport-denied",
    ),
    pytest.param(
        "Holm Bank reported a loss of $3 million on Monday.",
        [("a loss of $3 million on Monday", "Holm Bank")],
        id="business-report",
    ),
    pytest.param(
        "Norway said it would send aid. Oslo added that ships had left.",
        [("it would send aid", "Norway"), ("ships had left", "Oslo")],
        id="state-as-speaker",
    ),
]

TRAPS = [
    pytest.param(
        "The gates had been opened, Lee said. The River Authority denied it: “The gates have been shut since Friday.”",
        [
            ("The gates had been opened", "Lee"),
            ("it", "River Authority"),
            ("The gates have been shut since Friday.", "River Authority"),
        ],
        id="denied-it-and-says-instead",
    ),
    pytest.param(
        "The minister called that a disgrace: “We did not lose a single man.”",
        [("We did not lose a single man.", "minister")],
        id="acts-before-a-colon",
    ),
    pytest.param(
        "The doctors' association smiled thinly: there had been 67 admissions, it repeated.",
        [("there had been 67 admissions", "doctors' association")],
        id="acts-before-a-colon-it-repeated",
    ),
    pytest.param(
        "“We brought them out,” Ida Holm, who leads the brigade, told Channel Nine.",
        [("We brought them out", "Ida Holm")],
        id="told-a-name-with-a-number",
    ),
    pytest.param(
        "A bartender at the Copper Lantern, who did not want to be named, told reporters there were six shots.",
        [("there were six shots", "bartender")],
        id="told-by-whoever-he-is",
    ),
    pytest.param(
        "Ann Lee, one of the ten who were inside, told an inquiry that the youth had surrendered.",
        [("the youth had surrendered", "Ann Lee")],
        id="one-of-the-ten",
    ),
    pytest.param(
        "Ida Holm, listening at the door, is certain that there was no warning.",
        [("there was no warning", "Ida Holm")],
        id="is-certain-that",
    ),
    pytest.param("It is certain that the dam will hold.", [], id="it-is-certain-that"),
    pytest.param("Prell went home at ten. Counting broke off at midnight.", [], id="narration-near-name"),
    pytest.param(
        "“We are ready,” Prell said. The hall was dark.",
        [("We are ready", "Prell")],
        id="narration-after-speech",
    ),
    pytest.param("The “so-called” peace fund closed on Monday.", [], id="scare-quotes"),
    pytest.param("He had read “The Old Man and the Sea” twice.", [], id="work-title"),
    pytest.param("The film “Nobody Said Goodbye” opens on Friday.", [], id="work-title-said"),
    pytest.param("Her book, “What the Minister Said”, was banned.", [], id="work-title-minister-said"),
    pytest.param("The court used the word “reckless” four times.", [], id="quoted-word"),
    pytest.param("That said, the plan has merits.", [], id="that-said"),
    pytest.param("Having said that, Ruiz left.", [], id="having-said"),
    pytest.param("It is said that the house is haunted.", [], id="it-is-said"),
    pytest.param("No one has said who fired first.", [], id="no-one-said"),
    pytest.param("What the spokesman said was no surprise.", [], id="what-was-said"),
    pytest.param("The tests, said to be the first of their kind, were halted.", [], id="said-to-be"),
    pytest.param("The mayor was told to wait.", [], id="was-told"),
    pytest.param("The firm was accused of hiding losses.", [], id="was-accused"),
    pytest.param("The minister will say more on Monday.", [], id="will-say"),
    pytest.param("Crews put out a fire at 12 Elm Road.", [], id="put-out-fire"),
    pytest.param(
        "The keeper put the boat in the shed at the quay at 9 p.m. on Friday.",
        [],
        id="put-away-at-a-time-of-day",
    ),
    pytest.param("The keeper put a lamp on the wall at the quay at 21:30.", [], id="put-up-at-a-clock-time"),
    pytest.param("A vase valued at $9,000 was stolen.", [], id="valued-as-a-participle"),
    pytest.param("The army put 300 soldiers on the road.", [], id="put-number-first"),
    pytest.param("He gave a single reason.", [], id="gave-reason"),
    pytest.param("The mayor held office for ten years.", [], id="held-office"),
    pytest.param("She kept to the left of the road with 12 children.", [], id="kept-to-the-left"),
    pytest.param("Pakistan’s claims about the raid were not new.", [], id="possessive-noun"),
    pytest.param("UN reports list nine villages.", [("nine villages", "UN reports")], id="noun-reports-list"),
    pytest.param("The coach’s brother, who lives in Lyon, said nothing.", [], id="said-nothing"),
    pytest.param("The dam was safe. The ministry said so twice.", [], id="so-twice"),
    pytest.param(
        "Smith met Jones on Monday. He said the deal was dead.",
        [("the deal was dead", "None")],
        id="he-two-candidates",
    ),
    pytest.param(
        "Tom Hale said Ann Orr had lied. She denied it.",
        [("Ann Orr had lied", "Tom Hale"), ("it", "None")],
        id="she-denies-it",
    ),
    pytest.param("“We lost everything,” she said.", [("We lost everything", "None")], id="bare-pronoun"),
    pytest.param("“We lost, Ana Ruiz said.", [("We lost", "Ana Ruiz")], id="unclosed-quote"),
    pytest.param("“We lost. All of us.", [("We lost. All of us.", "None")], id="unclosed-quote-no-cue"),
    pytest.param("The workers’ vote was lost in the ’90s, and the miners’ too.", [], id="apostrophes"),
    pytest.param('The wall is 5\' 10" high and 6" thick.', [], id="feet-and-inches"),
    pytest.param("Turnout fell by a third, by this newspaper’s count.", [], id="outlet-reckoning"),
    pytest.param(
        "By the union’s count 20 had come. By the mayor’s, 21 came.",
        [("20 had come", "union"), ("21 came", "mayor")],
        id="another-count",
    ),
    pytest.param(
        "The bridge was safe, the mayor said, but engineers closed it on Monday.",
        [("The bridge was safe", "mayor")],
        id="but-after-cue",
    ),
    pytest.param(
        "Talks will go on, said the union, which called the offer poor.",
        [("Talks will go on", "union")],
        id="which-after-cue",
    ),
    pytest.param(
        "The count is over, the board announced, when the last box had been opened.",
        [("The count is over", "board")],
        id="when-after-cue",
    ),
    pytest.param(
        "“It is cold,” said fitter Bo Ek, arriving for the shift.",
        [("It is cold", "Bo Ek")],
        id="arriving-after-cue",
    ),
    pytest.param(
        "Tom Hale said the army had denied the report.",
        [("the army had denied the report", "Tom Hale")],
        id="nested-denial",
    ),
    pytest.param(
        "Critics say the law, which the government calls “a shield”, is a muzzle.",
        [("the law, which the government calls “a shield”, is a muzzle", "Critics")],
        id="relative-on-law",
    ),
    pytest.param(
        "Foreign minister Eva Stahl and defence minister Karl Roth flew to Bern. The minister said she was hopeful.",
        [("she was hopeful", "minister")],
        id="two-ministers",
    ),
    pytest.param(
        "A minister said the talks failed. Foreign minister Eva Stahl was in Bern.",
        [("the talks failed", "minister")],
        id="indefinite-not-resolved",
    ),
    pytest.param(
        "Acme Steel and its rival Borr Rail will merge. The company said jobs were safe.",
        [("jobs were safe", "company")],
        id="company-two-candidates",
    ),
    pytest.param("“Why?”\n“Because.”", [("Why?", "None"), ("Because.", "None")], id="dialogue"),
    pytest.param(
        "Ana Ruiz gave a long answer. “The bridge is safe.”",
        [("The bridge is safe.", "Ana Ruiz")],
        id="quote-after-narration",
    ),
    pytest.param(
        "Ana Ruiz left the hall. “She never answered us.”",
        [("She never answered us.", "None")],
        id="quote-after-narration-of-her",
    ),
    pytest.param("Ana Ruiz came in. “Shame!”", [], id="cry-after-narration"),
    pytest.param(
        "Ana Ruiz was shown the list. “The bridge is safe.”",
        [("The bridge is safe.", "None")],
        id="quote-after-passive",
    ),
    pytest.param(
        "Ana Ruiz gave a long answer.\n“The bridge is safe.”",
        [("The bridge is safe.", "None")],
        id="quote-a-paragraph-after-narration",
    ),
    pytest.param("Lee argued with the umpire about a throw.", [], id="argued-with"),
    pytest.param("The senator asked why the strike was ordered.", [], id="asked-for-thing"),
    pytest.param("The state has paid 18 million crowns, all told, since 2019.", [], id="all-told"),
    pytest.param("Each side blamed the other.", [], id="each-side"),
    pytest.param("Neither side responded.", [], id="not-answering-nobody"),
    pytest.param("Der Minister sagte, die Brücke sei sicher.", [], id="german"),
    pytest.param("", [], id="empty"),
]


SHAPES = [
    pytest.param(
        "Radio Orle reported the mayor had said it rained.",
        [("it rained", "mayor <- Radio Orle")],
        id="relay-without-that",
    ),
    pytest.param("« \n one", [], id="mark-before-nothing"),
    pytest.param(
        "Tom Hale said the army had claimed that it rained.",
        [("the army had claimed that it rained", "Tom Hale")],
        id="nested-claim",
    ),
    pytest.param(
        "“They knew, and they paid me,” Ann Lee fumed.",
        [("They knew, and they paid me", "Ann Lee")],
        id="fumed",
    ),
    pytest.param("The “so-called” fund collapsed.", [], id="scare-then-past"),
    pytest.param(
        "“It is shut,” Ann Lee said. Inspector Bo Ek has a receipt for the box, he said.",
        [("It is shut", "Ann Lee"), ("Inspector Bo Ek has a receipt for the box", "Bo Ek")],
        id="of-himself",
    ),
    pytest.param("Ann Baker said it rained.", [("it rained", "Ann Baker")], id="surname-trade"),
    pytest.param("Chief Judge Ann Lee said it rained.", [("it rained", "Ann Lee")], id="chief-judge"),
    pytest.param(
        "The court ordered Borr Rail to pay 12 million crowns.",
        [("Borr Rail to pay 12 million crowns", "court")],
        id="ordered-to-pay",
    ),
    pytest.param("The court ordered a recount.", [], id="ordered-thing"),
    pytest.param("Lee replied that it rained.", [("it rained", "Lee")], id="replied"),
    pytest.param("Lee was answering a call.", [], id="answered-charges"),
    pytest.param("The board recounted the votes.", [], id="recounted"),
    pytest.param("The court corrected itself.", [], id="corrected-itself"),
    pytest.param(
        "Kabul presents the raid as an answer.", [("the raid as an answer", "Kabul")], id="presented-as"
    ),
    pytest.param(
        "The army called the raid unprovoked.", [("the raid unprovoked", "army")], id="called-unprovoked"
    ),
    pytest.param(
        "Whether it rained, the ministry could not confirm.",
        [("Whether it rained", "ministry")],
        id="could-not-confirm-after",
    ),
    pytest.param(
        "The union says the talks failed, for which it blames the firm.",
        [("the talks failed", "union"), ("for which it blames the firm", "union")],
        id="for-which-it-blames",
    ),
    pytest.param(
        "By Lee’s account 12 houses were destroyed.",
        [("12 houses were destroyed", "Lee")],
        id="by-account-no-comma",
    ),
    pytest.param(
        "Ann Lee, the agent, said it rained. Buyers will be paid. Payments start on Monday, she said.",
        [("it rained", "Ann Lee"), ("Payments start on Monday", "Ann Lee")],
        id="buyers-no-she",
    ),
    pytest.param(
        "Konrad Hale said it was safe. Greta Lomas listened in her kitchen. “I saw it,” she said. Lomas laughs at it.",
        [("it was safe", "Konrad Hale"), ("I saw it", "Greta Lomas")],
        id="she-is-who-was-named-last",
    ),
    pytest.param(
        "Ann Lee, the agent, had the seal broken. The sealed card said drug, according to Lee. “They knew,” she said.",
        [("The sealed card said drug", "Ann Lee"), ("They knew", "Ann Lee")],
        id="a-card-is-no-she",
    ),
    pytest.param(
        "The court met. The sealed card said that it was a drug. They knew it, she said.",
        [("it was a drug", "sealed card"), ("They knew it", "None")],
        id="a-thing-that-says-is-no-she",
    ),
    pytest.param(
        "Ann Lee came in. Asked whether it rained, she replied that it did.",
        [("it did", "Ann Lee")],
        id="asked-whether",
    ),
    pytest.param(
        "They also found that the firm was to blame, according to Maren Quist, the families’ lawyer.",
        [("They also found that the firm was to blame", "Maren Quist")],
        id="army-found-quist",
    ),
    pytest.param(
        "Twelve died, mayor Ann Lee told journalists here on Sunday.",
        [("Twelve died", "Ann Lee")],
        id="here-on-sunday",
    ),
    pytest.param(
        "“She was nine weeks old,” Piers Dunmore said of his daughter, according to Radio Ludda.",
        [("She was nine weeks old", "Piers Dunmore <- Radio Ludda")],
        id="said-of",
    ),
    pytest.param(
        "Bo Ek, who speaks for the Rail Union, said it rained.", [("it rained", "Bo Ek")], id="speaks-for"
    ),
    pytest.param("Fire recall: who says what", [], id="singular-base"),
    pytest.param("The ministry took samples. They showed no dye.", [], id="they-showed"),
    pytest.param(
        "Three gates were shut too, local officials said.",
        [("Three gates were shut too", "local officials")],
        id="local-officials",
    ),
    pytest.param(
        "The Taliban government in Kabul said it rained.",
        [("it rained", "Taliban government")],
        id="body-in-place",
    ),
    pytest.param(
        "« Nous partons », said Jean Roux.", [("Nous partons", "Jean Roux")], id="spaced-guillemets"
    ),
    pytest.param("Lee told how it rained.", [("how it rained", "Lee")], id="told-nobody"),
    pytest.param(
        "It rained, according to the mayor of Orle near the wide brown slow river Orr in the far south at the very end.",
        [("It rained", "mayor of Orle")],
        id="long-source",
    ),
    pytest.param(
        "It was so, in May, at noon, on Monday, by train, by sea, said it rained.", [], id="only-asides"
    ),
    pytest.param(
        "One of the survivors said it rained.", [("it rained", "One of the survivors")], id="one-of"
    ),
    pytest.param("It rained, Lee said, adding", [("It rained", "Lee")], id="adding-at-the-end"),
    pytest.param("But it rained, Lee said.", [("it rained", "Lee")], id="but-first"),
    pytest.param("At noon came and said it rained.", [("it rained", "None")], id="no-subject-at-all"),
    pytest.param(
        "Ann Lee came.\n\nIt rained.\n\nIt froze.\n\nShe said it was cold.",
        [("it was cold", "None")],
        id="too-far-back",
    ),
    pytest.param(
        "Ann Lee came. “It rained,” he said. She said it was cold.",
        [("It rained", "None"), ("it was cold", "None")],
        id="she-after-unknown-he",
    ),
    pytest.param("It rained, a report that hung on the wall said.", [], id="document-clause-after-comma"),
    pytest.param("It was so, Ann Lee, said it rained.", [], id="name-in-commas"),
    pytest.param(
        "It rained, said Ann Lee, the mayor in, on Monday.",
        [("It rained", "Ann Lee")],
        id="apposition-open-place",
    ),
    pytest.param(
        "It rained, said Ann Lee, the tidier of Orle.", [("It rained", "Ann Lee")], id="apposition-the-tidier"
    ),
    pytest.param("They a the idea said it rained.", [], id="three-tokens"),
    pytest.param("“It rained,” says it.", [("It rained", "None")], id="says-it"),
    pytest.param("“It rained,” said nothing more.", [("It rained", "None")], id="inverted-nothing"),
    pytest.param("It is over, said Lee when asked.", [("It is over", "Lee")], id="when-asked"),
    pytest.param("It rained, Lee said on Sunday", [("It rained", "Lee")], id="no-full-stop"),
    pytest.param(
        "The council said:\n- “It is shut.”\n- “It is cold.”",
        [("It is shut.", "council"), ("It is cold.", "council")],
        id="bulleted-quotes",
    ),
    pytest.param(
        "The council said:\n- the mayor said it rained", [("it rained", "mayor")], id="bullet-with-own-cue"
    ),
    pytest.param(
        "Lee said it rained, as reported by the Orle Gazette.",
        [("it rained", "Lee <- Orle Gazette")],
        id="as-reported-after-lead",
    ),
    pytest.param(
        "It rained, as reported by the Orle Gazette.", [("It rained", "Orle Gazette")], id="as-reported-alone"
    ),
    pytest.param(
        "Lee said it rained, Moor Radio reported.",
        [("it rained", "Lee <- Moor Radio")],
        id="wrapped-by-outlet",
    ),
    pytest.param(
        "Lee admitted that it rained, Moor Radio reported.",
        [("it rained", "Lee <- Moor Radio")],
        id="wrapped-contested-by-outlet",
    ),
    pytest.param(
        "Lee put the toll at 12 and said it would rise, according to Moor Radio.",
        [("the toll at 12", "Lee <- Moor Radio"), ("it would rise", "Lee <- Moor Radio")],
        id="wrapped-shared",
    ),
    pytest.param(
        "The office put the toll at 12, estimated the cost at $9 million, and left.",
        [("the toll at 12", "office"), ("the cost at $9 million, and left", "office")],
        id="list-of-verbs",
    ),
    pytest.param("The mayor, who said it rained, left.", [("it rained", "mayor")], id="who-said-aside"),
    pytest.param(
        "In Lisse, the mayor said, “It is over.”", [("It is over.", "mayor")], id="scene-comma-quote"
    ),
    pytest.param(
        "In Lisse, the mayor said “never again” to war.",
        [("“never again” to war", "mayor")],
        id="scene-quote",
    ),
    pytest.param(
        "Lee said: “It is over, friends,” before he left.",
        [("It is over, friends", "Lee")],
        id="quote-then-narration",
    ),
    pytest.param(
        "Holding the key, “I ran home again,” Lee said.", [("I ran home again", "Lee")], id="scene-then-quote"
    ),
    pytest.param(
        "She gave one reason: “I ran home again,” Lee said.",
        [("I ran home again", "Lee")],
        id="colon-then-quote-trailing",
    ),
    pytest.param(
        "The vote was lost and “nobody came to help,” Lee said.",
        [("The vote was lost and “nobody came to help,”", "Lee")],
        id="words-then-quote-trailing",
    ),
    pytest.param(
        "The envoy dismissed the claim that it rained as “theatre”.",
        [("it rained", "envoy")],
        id="rejected-as",
    ),
    pytest.param(
        "A spokesman for the army said it rained. A spokesman for the police said it was dry. The spokesman added that it was cold.",
        [
            ("it rained", "spokesman for the army"),
            ("it was dry", "spokesman for the police"),
            ("it was cold", "spokesman for the police"),
        ],
        id="two-spokesmen",
    ),
    pytest.param(
        "A spokesman for the army said it rained. A spokesman for the police said it was dry. Villagers said it was hot. The spokesman added that it was cold.",
        [
            ("it rained", "spokesman for the army"),
            ("it was dry", "spokesman for the police"),
            ("it was hot", "Villagers"),
            ("it was cold", "spokesman"),
        ],
        id="two-spokesmen-then-other",
    ),
    pytest.param(
        "Lee said it rained, and he said it was cold.",
        [("it rained", "Lee"), ("it was cold", "Lee")],
        id="pronoun-in-sentence",
    ),
    pytest.param(
        "When Ann Lee came, she said it rained.", [("it rained", "Ann Lee")], id="when-then-pronoun"
    ),
    pytest.param(
        "“It rained,” he said. He said it was cold.",
        [("It rained", "None"), ("it was cold", "None")],
        id="pronoun-after-nobody",
    ),
    pytest.param(
        "He passed a sign, “Keep out of here.”", [("Keep out of here.", "None")], id="sign-in-narration"
    ),
    pytest.param("Police found three knives in the car.", [], id="found-things"),
    pytest.param("The deaths reported by Lee rose.", [], id="reported-by"),
    pytest.param(
        "The chair put that down to a power cut.", [("down to a power cut", "chair")], id="put-down-to"
    ),
    pytest.param("The guard put the box on the shelf in May 2021.", [], id="puts-in-place"),
    pytest.param(
        "Ann Lee puts the start at shortly before two o'clock.",
        [("the start at shortly before two o'clock", "Ann Lee")],
        id="put-at-an-hour",
    ),
    pytest.param(
        "Ann Lee put the loss at the mill at more than $4m.",
        [("the loss at the mill at more than $4m", "Ann Lee")],
        id="put-at-behind-a-place",
    ),
    pytest.param(
        "The chair put the number of boats in the bay at the time at as many as 90.",
        [("the number of boats in the bay at the time at as many as 90", "chair")],
        id="put-at-behind-two-places",
    ),
    pytest.param(
        "Ann Lee valued the loss at the mill at $4m.",
        [("the loss at the mill at $4m", "Ann Lee")],
        id="valued-at",
    ),
    pytest.param("The mayor gave the toll as 12.", [("the toll as 12", "mayor")], id="gave-toll-as"),
    pytest.param("The mayor gave a talk of 12 minutes.", [], id="gave-talk-of"),
    pytest.param("The mayor cut the ribbon at 10.", [], id="cut-hair"),
    pytest.param("The army withdrew its troops.", [], id="withdrew-troops"),
    pytest.param(
        "Police named the dead man as Leo Marsh.", [("the dead man as Leo Marsh", "Police")], id="named-as"
    ),
    pytest.param("The board named the ship.", [], id="named-it"),
    pytest.param("Lee called the police.", [], id="called-without-quote"),
    pytest.param("Lee read “War and Peace” twice.", [], id="read-a-book"),
    pytest.param(
        "The station recorded 12 millimetres of rain.",
        [("12 millimetres of rain", "station")],
        id="recorded-figure",
    ),
    pytest.param("The band recorded an album.", [], id="recorded-album"),
    pytest.param("It rained, according to.", [], id="according-to-nothing"),
    pytest.param(
        "It rained, according to Lee and nobody else.", [("It rained", "Lee")], id="according-to-and"
    ),
    pytest.param(
        "It rained, and according to Lee, it was cold.", [("it was cold", "Lee")], id="and-according-to"
    ),
    pytest.param(
        "Ann Lee came. The toll was 12, by her count.", [("The toll was 12", "Ann Lee")], id="by-her-count"
    ),
    pytest.param("The toll was 12, by car and by sea.", [], id="by-car"),
    pytest.param("Lee quoted the report at length.", [], id="quoted-no-saying"),
    pytest.param("Lee was quoted as low.", [], id="quoted-as-low"),
    pytest.param("She was quoted as saying.", [], id="quoted-as-saying-nobody"),
    pytest.param("The paper quoted a man in a hat and a coat as saying it rained.", [], id="quotes-two"),
    pytest.param(
        "Lee was quoted as telling Moor Radio that it rained.", [("it rained", "Lee")], id="quoted-telling"
    ),
    pytest.param("It was a pity: could not confirm it.", [], id="evasion-nobody"),
    pytest.param(
        "It rained, a report on the weather said.", [("It rained", "weather")], id="long-after-comma"
    ),
    pytest.param("In Orle, Lee and Orr said it rained.", [("it rained", "Lee and Orr")], id="list-broken"),
    pytest.param("Later, in May, said nobody.", [], id="aside-no-base"),
    pytest.param("The road was shut, it was late, said so.", [], id="aside-clause"),
    pytest.param("Orle, Lee, Orr, said it rained.", [], id="aside-two-names"),
    pytest.param("It was May, Ann Lee, Bo Ek, said it rained.", [], id="aside-names-apart"),
    pytest.param(
        "It was dry, and the mayor, Ann Lee, said it rained.",
        [("it rained", "Ann Lee")],
        id="and-not-partner",
    ),
    pytest.param(
        "The judge, a man, and the mayor, Ann Lee, said it rained.",
        [("it rained", "Ann Lee")],
        id="partner-unnamed",
    ),
    pytest.param("The mayor,, said it rained.", [], id="empty-aside"),
    pytest.param(
        "It rained, according to a report by the.", [("It rained", "report")], id="authored-by-nobody"
    ),
    pytest.param(
        "It rained, said Ann Lee, the mayor of Orle in the north, on Monday.",
        [("It rained", "Ann Lee")],
        id="apposition-with-place",
    ),
    pytest.param(
        "It rained, said Ann Lee, the mayor was told.",
        [("It rained", "Ann Lee"), ("the mayor was told", "Ann Lee")],
        id="apposition-then-verb",
    ),
    pytest.param(
        "It rained, according to Ann Lee, provincial tidier of Orle.",
        [("It rained", "Ann Lee")],
        id="apposition-unknown-role",
    ),
    pytest.param(
        "It rained, according to Ann Lee, Bo Ek.", [("It rained", "Ann Lee")], id="apposition-other-name"
    ),
    pytest.param("It rained, said Ann Lee, 42, on Monday.", [("It rained", "Ann Lee")], id="age-after"),
    pytest.param(
        "Lee flatly denied that it rained. Orr said again that it did.",
        [("it rained", "Lee"), ("it did", "Orr")],
        id="flatly",
    ),
    pytest.param("Lee said once more that it rained.", [("it rained", "Lee")], id="once-more"),
    pytest.param("Lee said over 100 people came.", [("over 100 people came", "Lee")], id="over-figure"),
    pytest.param("Lee said to reporters that it rained.", [("it rained", "Lee")], id="said-to-people"),
    pytest.param("Lee said, however, that it rained.", [("it rained", "Lee")], id="adverb-that"),
    pytest.param("Lee told police how it rained.", [("how it rained", "Lee")], id="told-how"),
    pytest.param("It rained, Lee said, adding.", [("It rained", "Lee")], id="adding-nothing"),
    pytest.param(
        "It rained, Lee said, adding that it was cold and saying that it would snow.",
        [("It rained", "Lee"), ("it was cold", "Lee"), ("it would snow", "Lee")],
        id="adding-and-saying",
    ),
    pytest.param("It rained, he saw, eating bread and telling jokes.", [], id="crying-and-eating"),
    pytest.param("Lee has sworn that it rained.", [("it rained", "Lee")], id="was-given"),
    pytest.param("A sworn promise was made.", [], id="sworn-statement"),
    pytest.param("It rained, says it all.", [], id="inverted-object"),
    pytest.param("It rained, says everybody here now.", [], id="inverted-unknown"),
    pytest.param("Some claim it rained.", [("it rained", "None")], id="some-claim"),
    pytest.param("Some report it rained.", [], id="some-report"),
    pytest.param("It was confirmed by him.", [], id="confirmed-by-nobody"),
    pytest.param("The board said it was false that it rained.", [("it rained", "board")], id="it-was-false"),
    pytest.param("The board said it.", [("it", "board")], id="said-it"),
    pytest.param("The board said it denied.", [("it denied", "board")], id="said-it-will"),
    pytest.param("Lee said he had denied it all.", [("it all", "Lee")], id="he-had-denied"),
    pytest.param("The 12 and the union said it rained.", [("it rained", "union")], id="joint-broken"),
    pytest.param(
        "Norway rail safety spokesman Bo Ek said it rained.",
        [("it rained", "Bo Ek")],
        id="modifier-then-plain",
    ),
    pytest.param(
        "Army northern command spokesman Bo Ek said it rained.",
        [("it rained", "Bo Ek")],
        id="army-general-staff",
    ),
    pytest.param(
        "Rain fell. The rain said nothing. Ann Lee said it rained.",
        [("it rained", "Ann Lee")],
        id="sentence-word-known",
    ),
    pytest.param(
        "The army, Norway, and the navy said it rained.",
        [("it rained", "army, Norway, and the navy")],
        id="named-before",
    ),
    pytest.param(
        "Borr Rail met. Borr sold its yard. Borr said it rained.",
        [("it rained", "Borr Rail")],
        id="body-its-short",
    ),
    pytest.param("“We lost. It hurts, Lee said.", [("It hurts", "Lee")], id="unclosed-with-said"),
    pytest.param("“We lost. “It hurts,” Lee said.", [("It hurts", "Lee")], id="unclosed-then-open"),
    pytest.param("»Es regnet«, said Uwe Lang.", [("Es regnet", "Uwe Lang")], id="reversed-guillemets"),
    pytest.param("“It rained” — Lee said.", [("It rained", "Lee")], id="em-dash-cue"),
    pytest.param("In the '90s it rained, Lee said.", [("In the '90s it rained", "Lee")], id="decade"),
    pytest.param("“Why?” Ruiz left.", [("Why?", "None")], id="question-then-new-sentence"),
    pytest.param("“Why?”\nRuiz asked.", [("Why?", "None")], id="question-next-paragraph"),
    pytest.param(
        "“Why?” Ruiz asked. “Why now?” Lee said.",
        [("Why?", "Ruiz"), ("Why now?", "Lee")],
        id="question-cue-with-quote",
    ),
    pytest.param(
        "“Why?” “Because it rained.”",
        [("Why?", "None"), ("Because it rained.", "None")],
        id="two-quotes-only",
    ),
    pytest.param("(CNN) -- It rained, Lee said.", [("It rained", "Lee")], id="dateline-cnn"),
    pytest.param("Lee hinted that it rained.", [("it rained", "Lee")], id="hint"),
    pytest.param(
        "The Philippines’ President Ann Lee said it rained.", [("it rained", "Ann Lee")], id="state-name-s"
    ),
]


# A quotation or statement that its cue follows, with more than the cue behind it.
TRAILED = [
    pytest.param(
        "“The lifts are safe,” Rui Paz, its chief engineer, wrote in an email this morning.",
        [("The lifts are safe", "Rui Paz")],
        id="apposition-then-wrote-in",
    ),
    pytest.param(
        "“It leaks,” the plumber, Tim Roe, wrote in his report on Monday.",
        [("It leaks", "Tim Roe")],
        id="wrote-in-his-report",
    ),
    pytest.param(
        "“It is over,” the union’s head, Rui Paz, wrote to members in a message posted on its site.",
        [("It is over", "Rui Paz")],
        id="message-posted-on",
    ),
    pytest.param(
        "Its ferries carried 900 cars in May, manager Ida Holm wrote to the council in a letter seen by the Post.",
        [("Its ferries carried 900 cars in May", "Ida Holm")],
        id="statement-wrote-in-a-letter-seen-by",
    ),
    pytest.param(
        "The bridge was shut, mayor Ann Lee wrote in a post.",
        [("The bridge was shut", "Ann Lee")],
        id="statement-wrote-in-a-post",
    ),
    pytest.param("When the vote was over, Lee wrote to the court in a letter.", [], id="scene-then-wrote"),
    pytest.param(
        "Lee said in a statement printed leaflets were late.",
        [("printed leaflets were late", "Lee")],
        id="statement-then-what-is-said",
    ),
    pytest.param("The team trained in the rain, and Lee wrote to the club.", [], id="wrote-to-says-nothing"),
    pytest.param("It rained, and the firm’s head, Rui Paz, replied by phone.", [], id="and-replied-by-phone"),
    pytest.param(
        "Two fitters at work on it, who did not want to be named, say that the pumps had failed.",
        [("the pumps had failed", "fitters at work")],
        id="preposition-then-aside",
    ),
    pytest.param(
        "The shelves held 200 jars, according to her.",
        [("The shelves held 200 jars", "None")],
        id="according-to-her-nobody",
    ),
    pytest.param(
        "Ann Lee runs the larder. The shelves held 200 jars, according to her.",
        [("The shelves held 200 jars", "Ann Lee")],
        id="according-to-her",
    ),
    pytest.param(
        "Ann Lee runs the larder. The tag said 200 jars, according to her, but the shelf was bare.",
        [("The tag said 200 jars", "Ann Lee")],
        id="according-to-her-in-the-middle",
    ),
    pytest.param(
        "The shelves held 200 jars, according to her lawyer.",
        [("The shelves held 200 jars", "lawyer")],
        id="according-to-her-lawyer",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TRAILED)
def test_a_cue_with_more_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


# Whom a pronoun or a bare quotation cannot go back to, and to whom it does.
ANTECEDENTS = [
    pytest.param(
        "Ann Lee counted the jars. The blank tag said peaches. “I wrote it,” she said.",
        [("peaches", "blank tag"), ("I wrote it", "Ann Lee")],
        id="a-thing-is-no-she",
    ),
    pytest.param(
        "Tom Reyes opened the gate. The brass dial said noon. “I was on time,” he said.",
        [("noon", "brass dial"), ("I was on time", "Tom Reyes")],
        id="a-thing-is-no-he",
    ),
    pytest.param(
        "The brass dial said noon. “I was on time,” he said.",
        [("noon", "brass dial"), ("I was on time", "None")],
        id="a-thing-and-nobody-else",
    ),
    pytest.param(
        "The bookbinder said it rained. “I got wet,” she said.",
        [("it rained", "bookbinder"), ("I got wet", "bookbinder")],
        id="a-trade-may-be-she",
    ),
    pytest.param(
        "The harbour stays shut, said its chief, Leif Orr.\n\n"
        "Anna Hollis heard it on her boat. Her brother, Max, was 40. Hollis shrugs. “I fished with him,” she told us.",
        [("The harbour stays shut", "Leif Orr"), ("I fished with him", "Anna Hollis")],
        id="surname-in-s-opens-a-sentence",
    ),
    pytest.param(
        "The rink is safe, said its owner, Leif Orr.\n\n"
        "Emma Hastings laced her boots by the door. Her son, Max, had gone home. “I watched the ice crack,” she said. "
        "Hastings wants her fee back.",
        [("The rink is safe", "Leif Orr"), ("I watched the ice crack", "Emma Hastings")],
        id="surname-in-s-after-the-quotation",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ANTECEDENTS)
def test_whom_a_pronoun_means(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        pytest.param(
            "He had been ill, doctor Kim Orr said.", {"he", "his", "she", "her"}, id="before-the-cue"
        ),
        pytest.param("Her ward was full, doctor Ann Lee said.", {"he", "his"}, id="before-and-known"),
        pytest.param("Spokeswoman Ann Lee said he had been ill.", {"he", "his"}, id="the-other-gender"),
        pytest.param("Spokesman Lee Orr said she had been ill.", {"she", "her"}, id="the-other-gender-again"),
        pytest.param("Doctor Kim Orr said she had been ill.", set(), id="gender-not-known"),
    ],
)
def test_an_opening_pronoun_that_is_not_the_speaker(text: str, strangers: set[str]) -> None:
    found = speeches(text)[0].strangers()
    assert strangers <= found
    assert bool(strangers) == bool(found)


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shapes(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_speech(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_traps(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "stance", "polarity", "certainty"),
    [
        pytest.param("Lee said it rained.", None, "affirmed", None, id="said"),
        pytest.param("Lee denied that it rained.", "denied", "denied", None, id="denied"),
        pytest.param("Lee denied the charge that it rained.", "denied", "denied", None, id="denied-charge"),
        pytest.param(
            "Lee said it was not correct that it rained.", "denied", "denied", None, id="not-correct"
        ),
        pytest.param("Lee said he denied that it rained.", "denied", "denied", None, id="said-he-denied"),
        pytest.param(
            "The board said there was no truth in the report.", "denied", "denied", None, id="no-truth"
        ),
        pytest.param("The board dismissed the claim.", "rejected", "denied", None, id="dismissed"),
        pytest.param("Lee did not accept that.", "rejected", "denied", None, id="not-accepted"),
        pytest.param("Lee ruled out a strike.", "rejected", "denied", None, id="ruled-out"),
        pytest.param("Lee confirmed that it rained.", "confirmed", "affirmed", None, id="confirmed"),
        pytest.param(
            "Lee could not confirm the toll.", "could_not_confirm", "affirmed", None, id="not-confirmed"
        ),
        pytest.param(
            "Lee said he could not confirm it.",
            "could_not_confirm",
            "affirmed",
            None,
            id="said-not-confirmed",
        ),
        pytest.param(
            "Lee could not say whether it rained.", "could_not_confirm", "affirmed", None, id="not-say"
        ),
        pytest.param(
            "The board said it had no comment on that.", "declined", "affirmed", None, id="no-comment"
        ),
        pytest.param("Lee declined to comment.", "declined", "affirmed", None, id="declined"),
        pytest.param("Lee did not respond to questions.", "declined", "affirmed", None, id="no-response"),
        pytest.param("Lee repeated that it rained.", "repeated", "affirmed", None, id="repeated"),
        pytest.param("Lee insisted it rained.", "repeated", "affirmed", None, id="insisted"),
        pytest.param("Lee kept to his account.", "repeated", "affirmed", None, id="kept-to"),
        pytest.param("Lee promised a final count.", "promised", "affirmed", None, id="promised"),
        pytest.param("Lee vowed to appeal.", "promised", "affirmed", None, id="vowed"),
        pytest.param("Lee demanded a recount.", "demanded", "affirmed", None, id="demanded"),
        pytest.param("Lee called for a recount.", "demanded", "affirmed", None, id="called-for"),
        pytest.param("Lee told the board to resign.", "demanded", "affirmed", None, id="told-to"),
        pytest.param("Lee warned that it would rain.", "warned", "affirmed", None, id="warned"),
        pytest.param("Lee threatened to sue.", "warned", "affirmed", None, id="threatened"),
        pytest.param("Lee accused the board of fraud.", "accused", "affirmed", None, id="accused"),
        pytest.param("Lee condemned the raid.", "condemned", "affirmed", None, id="condemned"),
        pytest.param("Lee admitted that it rained.", "conceded", "affirmed", None, id="admitted"),
        pytest.param("Lee apologised for the delay.", "conceded", "affirmed", None, id="apologised"),
        pytest.param("The board cut its estimate from 22 to 14.", "revised", "affirmed", None, id="revised"),
        pytest.param("The board withdrew its claim.", "withdrew", "affirmed", None, id="withdrew"),
        pytest.param("Lee claimed that it rained.", None, "affirmed", "alleged", id="claimed"),
        pytest.param("Police believe it was arson.", None, "affirmed", "believed", id="believed"),
        pytest.param("Lee suggested that it rained.", None, "affirmed", "may", id="suggested"),
    ],
)
def test_force(text: str, stance: str | None, polarity: str, certainty: str | None) -> None:
    (speech,) = speeches(text)
    assert (speech.stance, speech.polarity, speech.certainty) == (stance, polarity, certainty)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        pytest.param("Lee said on Sunday that it rained on Friday.", "on Sunday", id="after-verb"),
        pytest.param("It rained on Friday, Lee said late on Sunday.", "late on Sunday", id="trailing"),
        pytest.param("On Sunday, Lee said it rained.", "On Sunday", id="first"),
        pytest.param("Lee on Sunday said it rained.", "on Sunday", id="before-verb"),
        pytest.param(
            "Lee told reporters in Orle at 6 p.m. on Monday that it rained.",
            "at 6 p.m. on Monday",
            id="clock",
        ),
        pytest.param("Lee said on 12 October 2025 that it rained.", "on 12 October 2025", id="date"),
        pytest.param("Lee said on October 12 that it rained.", "on October 12", id="us-date"),
        pytest.param("Lee said last week that it rained.", "last week", id="week"),
        pytest.param("Lee said on Sunday 31 people died.", "on Sunday", id="day-then-figure"),
        pytest.param("Lee said Monday’s match was off.", None, id="possessive-day"),
        pytest.param("Lee said it rained on Monday.", None, id="event-time"),
        pytest.param("Lee said it may rain.", None, id="may-is-no-month"),
    ],
)
def test_said_at(text: str, when: str | None) -> None:
    (speech,) = speeches(text)
    assert (text[slice(*speech.said_at)] if speech.said_at else None) == when


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("“It rained,” Lee said.", "direct", id="direct"),
        pytest.param("Lee said it rained.", "indirect", id="indirect"),
        pytest.param("Lee said it was “a flood” of votes.", "mixed", id="mixed"),
        pytest.param("Lee said that “it rained”.", "direct", id="only-quoted"),
    ],
)
def test_mode(text: str, mode: str) -> None:
    (speech,) = speeches(text)
    assert speech.attribution[0].mode == mode


def test_attribution_states_role_side_cue_and_document() -> None:
    text = "Bo Ek, a spokesman for the Rail Union, said trains stopped. The union’s report found that 12 trains stood."
    first, second = (s.attribution[0] for s in speeches(text))
    assert (first.name, first.role, first.side, first.cue) == ("Bo Ek", "spokesman", "Rail Union", "said")
    assert (second.name, second.access) == ("Rail Union", "document")


def test_cue_span_covers_the_cue_clause() -> None:
    text = "It rained, mayor Ann Lee told reporters on Monday."
    (speech,) = speeches(text)
    assert speech.cue_span is not None
    assert text[slice(*speech.cue_span)] == "mayor Ann Lee told reporters on Monday"


def test_sentence_is_the_one_where_the_content_starts() -> None:
    text = "It was late. “We lost. It hurts,” Lee said."
    (speech,) = speeches(text)
    assert speech.sentence == 1


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Lee says nine died", [("nine died", "Ann Lee")], id="says"),
        pytest.param("Minister: nine dead", [("nine dead", "Ann Lee")], id="speaker-colon"),
        pytest.param("Nine dead in fire: minister", [("Nine dead in fire", "Ann Lee")], id="colon-speaker"),
        pytest.param("Nine dead, says minister", [("Nine dead", "Ann Lee")], id="says-speaker"),
        pytest.param("Nine dead in fire – police", [("Nine dead in fire", "police")], id="dash-speaker"),
        pytest.param("Lee: “Nine died”", [("Nine died", "Ann Lee")], id="colon-quote"),
        pytest.param("Lee: nine “good men” died", [("nine “good men” died", "Ann Lee")], id="colon-mixed"),
        pytest.param("Fire kills nine", [], id="no-speaker"),
        pytest.param("Boxes, lamps and a bell: Orle argues on", [], id="colon-no-speaker"),
        pytest.param("Fire in Orle: what we know", [], id="colon-topic"),
        pytest.param("He says nine died", [], id="pronoun"),
        pytest.param("Bigfoot says nine died", [], id="unknown-name"),
        pytest.param("Nine died:", [], id="open-colon"),
    ],
)
def test_headline(title: str, expected: list[tuple[str, str]]) -> None:
    text = f"{title}\n\nMinister Ann Lee was in Orle."
    assert said(text, title_end=len(title)) == expected


@pytest.mark.parametrize(
    ("outlet", "chain"),
    [
        pytest.param(None, "Ann Lee", id="unknown-outlet"),
        pytest.param("Orle Post", "Ann Lee <- Moor Radio", id="other-outlet"),
        pytest.param("Moor Radio", "Ann Lee", id="own-outlet"),
        pytest.param("Moor Radio News", "Ann Lee", id="own-outlet-longer"),
    ],
)
def test_told_an_outlet(outlet: str | None, chain: str) -> None:
    assert said("Ann Lee told Moor Radio that it rained.", outlet=outlet) == [("it rained", chain)]


def test_known_speakers_may_be_passed_in() -> None:
    whole = "Mayor Ann Lee came. Lee said it rained."
    index = find_speakers(whole, split_sentences(whole))
    text = "Lee said it rained."
    (speech,) = find_speech(text, split_sentences(text), index=index)
    assert speech.attribution[0].name == "Ann Lee"


WORDS = st.sampled_from(
    "Lee said says that “ ” ‘ ’ \" ' , . : ; — the minister union denied he she it they told reporters on Monday according to "
    "and who which but 12 people put at Moor Radio reported by citing as 's (WHO) adding not was \n\n - of for Ann Orr".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_contents_are_disjoint_and_in_the_text(text: str) -> None:
    sentences = split_sentences(text)
    found = find_speech(text, sentences)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.attribution and 0 <= s.sentence < len(sentences) for s in found)
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in found)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(s.end <= len(text) for s in find_speech(text, split_sentences(text)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("said " * 20_000, id="verbs"),
        pytest.param("“" * 100_000, id="opening-marks"),
        pytest.param("'a " * 33_000, id="apostrophes"),
        pytest.param("head of " * 12_000, id="nested-of"),
        pytest.param("report by " * 10_000, id="nested-by"),
        pytest.param("Lee, and Orr, " * 7_000, id="commas"),
        pytest.param("He said it. " * 8_000, id="pronouns"),
    ],
)
def test_hostile_text_takes_seconds_at_most(text: str) -> None:
    start = time.perf_counter()
    assert len(speeches(text)) <= len(text)
    assert time.perf_counter() - start < 20
