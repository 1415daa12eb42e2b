"""The grammar of quantities on news sentences of our own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.core.records import Bound, Counting
from counterclaim.text.quantities import find_quantities

Expected = tuple[str, float | None, float | None, Bound, str | None, Counting]


def exact(text: str, value: float, unit: str | None = None, counting: Counting = "unstated") -> Expected:
    return (text, value, value, "exact", unit, counting)


def at_least(text: str, low: float, unit: str | None = None, counting: Counting = "unstated") -> Expected:
    return (text, low, None, "at_least", unit, counting)


def more_than(text: str, low: float, unit: str | None = None, counting: Counting = "unstated") -> Expected:
    return (text, low, None, "more_than", unit, counting)


def at_most(text: str, high: float, unit: str | None = None, counting: Counting = "unstated") -> Expected:
    return (text, None, high, "at_most", unit, counting)


def less_than(text: str, high: float, unit: str | None = None, counting: Counting = "unstated") -> Expected:
    return (text, None, high, "less_than", unit, counting)


def approx(text: str, value: float, unit: str | None = None, counting: Counting = "unstated") -> Expected:
    return (text, value, value, "approx", unit, counting)


def spread(text: str, low: float, high: float, unit: str | None = None) -> Expected:
    return (text, low, high, "range", unit, "unstated")


def vague(text: str, low: float, high: float | None = None, unit: str | None = None) -> Expected:
    return (text, low, high, "vague", unit, "unstated")


def found(text: str) -> list[Expected]:
    return [(q.text, q.low, q.high, q.bound, q.unit, q.counting) for q in find_quantities(text)]


COUNTS = [
    pytest.param(
        "The blast killed 31 people and hurt 190.", [exact("31", 31), exact("190", 190)], id="digits"
    ),
    pytest.param("Some 1,234,567 ballots were cast.", [approx("Some 1,234,567", 1_234_567)], id="commas"),
    pytest.param("The town has 1 234 567 residents.", [exact("1 234 567", 1_234_567)], id="nbsp-groups"),
    pytest.param(
        "It cost 1,00,00,000 rupees, not 1,00,000 rupees.",
        [exact("1,00,00,000 rupees", 1e7, "rupee"), exact("1,00,000 rupees", 1e5, "rupee")],
        id="indian-groups",
    ),
    pytest.param(
        "Around 3.5 lakh voters and 12 crore ballots",
        [approx("Around 3.5 lakh", 350_000), exact("12 crore", 1.2e8)],
        id="lakh-crore",
    ),
    pytest.param(
        "The state has 1.2m voters and 40K police officers.",
        [exact("1.2m", 1.2e6), exact("40K", 40_000)],
        id="suffixes",
    ),
    pytest.param(
        "Seven hundred and eighty workers were told.", [exact("Seven hundred and eighty", 780)], id="words"
    ),
    pytest.param("Twenty-two stations opened late.", [exact("Twenty-two", 22)], id="hyphenated"),
    pytest.param("Half a million people fled.", [exact("Half a million", 500_000)], id="half-a-million"),
    pytest.param(
        "A quarter of a million homes lost power.",
        [exact("A quarter of a million", 250_000)],
        id="quarter-of-a-million",
    ),
    pytest.param(
        "Two and a half million people fled.", [exact("Two and a half million", 2.5e6)], id="and-a-half"
    ),
    pytest.param(
        "Two dozen houses and a dozen barns burned.",
        [exact("Two dozen", 24), exact("a dozen", 12)],
        id="dozens",
    ),
    pytest.param("Half a dozen drones were shot down.", [exact("Half a dozen", 6)], id="half-a-dozen"),
    pytest.param("A hundred families left.", [exact("A hundred", 100)], id="a-hundred"),
    pytest.param("One in five voters stayed at home.", [exact("One in five", 0.2)], id="one-in-five"),
    pytest.param("Nine out of ten shops were shut.", [exact("Nine out of ten", 0.9)], id="nine-out-of-ten"),
    pytest.param(
        "Of 75 seats the party won 992 out of 1,240 wards.",
        [exact("75", 75), exact("992", 992), exact("1,240", 1240)],
        id="out-of-counts",
    ),
    pytest.param(
        "They fired 5 rockets in 10 days.", [exact("5", 5), exact("10 days", 10, "day")], id="in-days"
    ),
    pytest.param(
        "Two-thirds of the roofs and three quarters of the wells are gone.",
        [exact("Two-thirds", 2 / 3), exact("three quarters", 0.75)],
        id="shares",
    ),
    pytest.param("With four-fifths counted, he led.", [exact("four-fifths", 0.8)], id="four-fifths"),
    pytest.param("Orders have fallen by a third this year.", [exact("a third", 1 / 3)], id="a-third-share"),
    pytest.param("A third man was arrested.", [], id="a-third-ordinal"),
    pytest.param(
        "One person was killed and one woman hurt.", [exact("One", 1), exact("one", 1)], id="one-person"
    ),
    pytest.param(
        "The balance was -3.5 and minus two.", [exact("-3.5", -3.5), exact("minus two", -2)], id="negative"
    ),
    pytest.param(
        "Six crore twenty lakh voters, or 6 crore 20 lakh",
        [exact("Six crore twenty lakh", 6.2e7), exact("6 crore 20 lakh", 6.2e7)],
        id="crore-and-lakh",
    ),
    pytest.param(
        "“Nine of ours fell,” he said, “with 16 more hurt.”",
        [exact("Nine", 9), exact("16", 16, counting="incremental")],
        id="in-quotes",
    ),
    pytest.param(
        "Killed: 58 soldiers (23 of them officers); wounded: 30",
        [exact("58", 58), exact("23", 23), exact("30", 30)],
        id="brackets-and-colons",
    ),
    pytest.param("A 200-bed hospital opened.", [exact("200", 200)], id="bed-hospital"),
    pytest.param("In Kabul 12 people died", [exact("12", 12)], id="after-a-name"),
    pytest.param("Quake Kills 31 in Sarvenia", [exact("31", 31)], id="title-case"),
    pytest.param(
        "The crowd of 2000 people moved on and 1500 stayed",
        [exact("2000", 2000), exact("1500", 1500)],
        id="four-digits",
    ),
    pytest.param(
        "Two were killed at two hospitals", [exact("Two", 2), exact("two", 2)], id="at-two-hospitals"
    ),
    pytest.param(
        "The toll stood at 12 on Monday, he put the wounded at 9.",
        [exact("12", 12, counting="cumulative"), exact("9", 9)],
        id="stood-at",
    ),
    pytest.param(
        "Three strikes hit in 2 days.", [exact("Three", 3), exact("2 days", 2, "day")], id="strikes"
    ),
    pytest.param("He asked three times.", [exact("three times", 3, "time")], id="times"),
]

BOUNDS = [
    pytest.param("At least 12 died.", [at_least("At least 12", 12)], id="at-least"),
    pytest.param(
        "No fewer than 12 and no less than 9",
        [at_least("No fewer than 12", 12), at_least("no less than 9", 9)],
        id="no-fewer-than",
    ),
    pytest.param(
        "Not fewer than 30 and not more than 40 came.",
        [at_least("Not fewer than 30", 30), at_most("not more than 40", 40)],
        id="not-fewer",
    ),
    pytest.param(
        "A minimum of 5 guards and a maximum of 9",
        [at_least("A minimum of 5", 5), at_most("a maximum of 9", 9)],
        id="minimum-of",
    ),
    pytest.param(
        "It runs more than 20 plants and over 200 shops.",
        [more_than("more than 20", 20), more_than("over 200", 200)],
        id="more-than",
    ),
    pytest.param(
        "Upwards of 300, in excess of 400, exceeding 500",
        [
            more_than("Upwards of 300", 300),
            more_than("in excess of 400", 400),
            more_than("exceeding 500", 500),
        ],
        id="upwards-of",
    ),
    pytest.param("The toll topped 100.", [more_than("topped 100", 100, counting="cumulative")], id="topped"),
    pytest.param(
        "Well over 40 and just over 60 left.",
        [more_than("Well over 40", 40), more_than("just over 60", 60)],
        id="well-over",
    ),
    pytest.param(
        "More than two dozen were hurt.", [more_than("More than two dozen", 24)], id="more-than-two-dozen"
    ),
    pytest.param(
        "They handed over 16 bodies and took over 12 villages.",
        [exact("16", 16), exact("12", 12)],
        id="handed-over",
    ),
    pytest.param(
        "A row over 200 jobs and control over 12 villages",
        [exact("200", 200), exact("12", 12)],
        id="row-over",
    ),
    pytest.param("The talks were spread over 3 days.", [exact("3 days", 3, "day")], id="over-days"),
    pytest.param("It lasted over 12 hours.", [more_than("over 12 hours", 12, "hour")], id="lasted-over"),
    pytest.param(
        "Up to 58 and as many as 70 died.",
        [at_most("Up to 58", 58), at_most("as many as 70", 70)],
        id="up-to",
    ),
    pytest.param(
        "No more than 12, at most 9.",
        [at_most("No more than 12", 12), at_most("at most 9", 9)],
        id="no-more-than",
    ),
    pytest.param("As few as 12 turned up.", [at_least("As few as 12", 12)], id="as-few-as"),
    pytest.param("Severance goes up to 20 months.", [exact("20 months", 20, "month")], id="goes-up-to"),
    pytest.param(
        "Fewer than 50 and under 30 stayed.",
        [less_than("Fewer than 50", 50), less_than("under 30", 30)],
        id="fewer-than",
    ),
    pytest.param("Less than half of them voted.", [less_than("Less than half", 0.5)], id="less-than-half"),
    pytest.param(
        "Nearly 200, almost 300 and close to 400",
        [approx("Nearly 200", 200), approx("almost 300", 300), approx("close to 400", 400)],
        id="nearly",
    ),
    pytest.param(
        "About 200, around 300, some 400, roughly 500",
        [
            approx("About 200", 200),
            approx("around 300", 300),
            approx("some 400", 400),
            approx("roughly 500", 500),
        ],
        id="about",
    ),
    pytest.param(
        "An estimated 2,000 and approximately 3,000",
        [approx("An estimated 2,000", 2000), approx("approximately 3,000", 3000)],
        id="estimated",
    ),
    pytest.param(
        "20 or so, 200-odd and 50 or thereabouts",
        [approx("20 or so", 20), approx("200-odd", 200), approx("50 or thereabouts", 50)],
        id="or-so",
    ),
    pytest.param(
        "200 or more, 300-plus, 400+ and 500 at least",
        [
            at_least("200 or more", 200),
            at_least("300-plus", 300),
            at_least("400+", 400),
            at_least("500 at least", 500),
        ],
        id="or-more",
    ),
    pytest.param(
        "12 or fewer; nine at most", [at_most("12 or fewer", 12), at_most("nine at most", 9)], id="or-fewer"
    ),
    pytest.param("About 200 or more were seen.", [at_least("About 200 or more", 200)], id="about-or-more"),
    pytest.param(
        "Exactly 12 and only 3 are left.", [exact("Exactly 12", 12), exact("only 3", 3)], id="exactly"
    ),
    pytest.param("~200 seen, >30 hurt", [approx("~200", 200), more_than(">30", 30)], id="signs"),
    pytest.param(
        "Nearly one in five and more than a third agree.",
        [approx("Nearly one in five", 0.2), more_than("more than a third", 1 / 3)],
        id="hedged-shares",
    ),
    pytest.param("At least one of them was a child.", [at_least("At least one", 1)], id="at-least-one"),
]

RANGES = [
    pytest.param("Between 20 and 30 people fled.", [spread("Between 20 and 30", 20, 30)], id="between"),
    pytest.param(
        "2,000-3,000 men and 20–30 tanks",
        [spread("2,000-3,000", 2000, 3000), spread("20–30", 20, 30)],
        id="dashes",
    ),
    pytest.param("It takes 20 to 30 people.", [spread("20 to 30", 20, 30)], id="to"),
    pytest.param("Estimates range from 20 to 30 dead.", [spread("20 to 30", 20, 30)], id="range-from-to"),
    pytest.param(
        "The toll rose from 20 to 30.",
        [exact("20", 20, counting="cumulative"), exact("30", 30, counting="cumulative")],
        id="rose-from-to",
    ),
    pytest.param("Seats are up from 20 to 30.", [exact("20", 20), exact("30", 30)], id="up-from-to"),
    pytest.param(
        "It was raised on Monday to 96 from 58.", [exact("96", 96), exact("58", 58)], id="raised-to-from"
    ),
    pytest.param(
        "Its share fell from 38.4 to 37.8 per cent.",
        [exact("38.4", 38.4, "percent"), exact("37.8 per cent", 37.8, "percent")],
        id="fell-from-to-unit",
    ),
    pytest.param(
        "Pay rises to 20 months' pay from 18.",
        [exact("20 months", 20, "month"), exact("18", 18, "month")],
        id="unit-told-once",
    ),
    pytest.param(
        "2 to 3 million euros, $2-3bn, £2–3m",
        [
            spread("2 to 3 million euros", 2e6, 3e6, "EUR"),
            spread("$2-3bn", 2e9, 3e9, "USD"),
            spread("£2–3m", 2e6, 3e6, "GBP"),
        ],
        id="shared-scale",
    ),
    pytest.param(
        "between 5 per cent and 10 per cent",
        [spread("between 5 per cent and 10 per cent", 5, 10, "percent")],
        id="between-units",
    ),
    pytest.param(
        "Two or three men, 12 or 13 shots",
        [spread("Two or three", 2, 3), spread("12 or 13", 12, 13)],
        id="or",
    ),
    pytest.param(
        "A two- to three-year plan, an 8- to 16-metre wall",
        [spread("two- to three-year", 2, 3, "year"), spread("8- to 16-metre", 8, 16, "metre")],
        id="suspended-hyphen",
    ),
    pytest.param(
        "Between one hundred and two hundred people",
        [spread("Between one hundred and two hundred", 100, 200)],
        id="between-words",
    ),
    pytest.param(
        "between two hundred and fifty and three hundred",
        [spread("between two hundred and fifty and three hundred", 250, 300)],
        id="between-long-words",
    ),
    pytest.param("At least 20 to 30 people", [at_least("At least 20 to 30", 20)], id="at-least-range"),
    pytest.param("58 dead – 30 were wounded", [exact("58", 58), exact("30", 30)], id="dash-of-a-clause"),
    pytest.param(
        "They killed 12 – 30 were wounded", [exact("12", 12), exact("30", 30)], id="dash-before-a-clause"
    ),
]

VAGUE = [
    pytest.param("Dozens were hurt.", [vague("Dozens", 24)], id="dozens"),
    pytest.param(
        "Scores of homes burned; scores were hurt.", [vague("Scores", 40), vague("scores", 40)], id="scores"
    ),
    pytest.param("Their test scores of late", [], id="test-scores"),
    pytest.param(
        "Hundreds fled, thousands more followed.",
        [vague("Hundreds", 200), ("thousands", 2000, None, "vague", None, "incremental")],
        id="hundreds",
    ),
    pytest.param(
        "Tens of thousands marched; hundreds of thousands stayed.",
        [vague("Tens of thousands", 20_000), vague("hundreds of thousands", 200_000)],
        id="tens-of-thousands",
    ),
    pytest.param(
        "Hundreds of millions of euros",
        [vague("Hundreds of millions of euros", 2e8, None, "EUR")],
        id="hundreds-of-millions-of-euros",
    ),
    pytest.param(
        "Several shops, a few men, a handful of women, a couple of dogs",
        [vague("Several", 3, 10), vague("a few", 3, 10), vague("a handful", 3, 10), vague("a couple", 2, 3)],
        id="several",
    ),
    pytest.param(
        "Several hundred came, a few thousand watched",
        [vague("Several hundred", 300, 1000), vague("a few thousand", 3000, 10_000)],
        id="several-hundred",
    ),
    pytest.param(
        "A couple of hundred men and a few dozen women",
        [vague("A couple of hundred", 200, 300), vague("a few dozen", 36, 120)],
        id="couple-of-hundred",
    ),
    pytest.param("Up to several hundred", [at_most("Up to several hundred", 1000)], id="up-to-several"),
    pytest.param("A few hours later", [], id="a-few-hours-later"),
    pytest.param("A number of people, the few, many", [], id="a-number-of"),
    pytest.param("At least dozens died", [at_least("At least dozens", 24)], id="at-least-dozens"),
]

NOTHING = [
    pytest.param("We lost no outposts.", [exact("no", 0)], id="no-outposts"),
    pytest.param("No outside body could confirm the numbers.", [], id="no-body-confirms"),
    pytest.param("No officials were available on Sunday.", [], id="no-officials-available"),
    pytest.param("None of them died and nobody was hurt.", [exact("None", 0), exact("nobody", 0)], id="none"),
    pytest.param(
        "Not one machine will move, not a single order.",
        [exact("Not one", 0), exact("not a single", 0)],
        id="not-one",
    ),
    pytest.param("There were zero casualties and 0 deaths.", [exact("zero", 0), exact("0", 0)], id="zero"),
    pytest.param("No one was killed; no soldier fell.", [exact("No one", 0), exact("no", 0)], id="no-one"),
    pytest.param("No, he said, there is no doubt and no longer any need.", [], id="no-answer"),
    pytest.param("A zero tolerance policy, net zero and ground zero", [], id="zero-idioms"),
    pytest.param("no signs of life, no news, none the less", [], id="no-signs"),
]

COUNTING = [
    pytest.param("Another 12 died.", [exact("Another 12", 12, counting="incremental")], id="another"),
    pytest.param(
        "30 others were hurt, 12 more are missing.",
        [exact("30", 30, counting="incremental"), exact("12", 12, counting="incremental")],
        id="others",
    ),
    pytest.param(
        "A further 9 and an additional 4",
        [
            exact("A further 9", 9, counting="incremental"),
            exact("an additional 4", 4, counting="incremental"),
        ],
        id="a-further",
    ),
    pytest.param(
        "At least another 12 fell.",
        [at_least("At least another 12", 12, counting="incremental")],
        id="at-least-another",
    ),
    pytest.param("A total of 58 died.", [exact("A total of 58", 58, counting="cumulative")], id="a-total-of"),
    pytest.param(
        "58 people in all, 40 altogether",
        [exact("58", 58, counting="cumulative"), exact("40", 40, counting="cumulative")],
        id="in-all",
    ),
    pytest.param(
        "Two more died, bringing the toll to 31.",
        [exact("Two", 2, counting="incremental"), exact("31", 31, counting="cumulative")],
        id="bringing-the-toll-to",
    ),
    pytest.param(
        "It took 18 million crowns of state aid since 2019, all told.",
        [exact("18 million crowns", 1.8e7, "crown", "cumulative")],
        id="all-told",
    ),
    pytest.param("There were 12 more than last year.", [exact("12", 12)], id="more-than-last"),
]

UNITS = [
    pytest.param(
        "6.8 per cent, 7%, 8 percent, 9 pct",
        [
            exact("6.8 per cent", 6.8, "percent"),
            exact("7%", 7, "percent"),
            exact("8 percent", 8, "percent"),
            exact("9 pct", 9, "percent"),
        ],
        id="percent",
    ),
    pytest.param(
        "a gap of 1.5 percentage points",
        [exact("1.5 percentage points", 1.5, "percentage_point")],
        id="percentage-points",
    ),
    pytest.param(
        "He led by 38 per cent, 12 points ahead.",
        [exact("38 per cent", 38, "percent"), exact("12 points", 12, "percentage_point")],
        id="points-after-percent",
    ),
    pytest.param("The index lost 120 points.", [exact("120 points", 120, "point")], id="index-points"),
    pytest.param("25 million thalers", [exact("25 million thalers", 2.5e7, "thaler")], id="thalers"),
    pytest.param(
        "a 200 million crown buy-back", [exact("200 million crown", 2e8, "crown")], id="crown-buy-back"
    ),
    pytest.param(
        "$5, US$6m, A$7 million, €8bn, £9, ¥10, ₹11 crore, Rs 12 lakh, Rs. 13",
        [
            exact("$5", 5, "USD"),
            exact("US$6m", 6e6, "USD"),
            exact("A$7 million", 7e6, "AUD"),
            exact("€8bn", 8e9, "EUR"),
            exact("£9", 9, "GBP"),
            exact("¥10", 10, "JPY"),
            exact("₹11 crore", 1.1e8, "INR"),
            exact("Rs 12 lakh", 1.2e6, "rupee"),
            exact("Rs. 13", 13, "rupee"),
        ],
        id="signs",
    ),
    pytest.param(
        "USD 3m and EUR 3 million, 4 million CHF",
        [exact("USD 3m", 3e6, "USD"), exact("EUR 3 million", 3e6, "EUR"), exact("4 million CHF", 4e6, "CHF")],
        id="codes",
    ),
    pytest.param(
        "3 million dollars, 3 million US dollars, 5 U.S. dollars",
        [
            exact("3 million dollars", 3e6, "dollar"),
            exact("3 million US dollars", 3e6, "USD"),
            exact("5 U.S. dollars", 5, "USD"),
        ],
        id="dollars",
    ),
    pytest.param(
        "9 Swiss francs, 8 francs, 7 Danish kroner",
        [
            exact("9 Swiss francs", 9, "CHF"),
            exact("8 francs", 8, "franc"),
            exact("7 Danish kroner", 7, "DKK"),
        ],
        id="countries",
    ),
    pytest.param(
        "paid 5,000 pounds for a 500-pound bomb; 3 pounds sterling",
        [
            exact("5,000 pounds", 5000, "pound"),
            exact("500-pound", 500, "pound-mass"),
            exact("3 pounds sterling", 3, "GBP"),
        ],
        id="pounds",
    ),
    pytest.param(
        "Of 20 seats they won 5; it has 5 won.",
        [exact("20", 20), exact("5", 5), exact("5", 5)],
        id="won-is-a-verb",
    ),
    pytest.param(
        "9 kilometres, 9km, 3-inch, 6 feet, 300 sq km, 12 km2, 5 square miles",
        [
            exact("9 kilometres", 9, "kilometre"),
            exact("9km", 9, "kilometre"),
            exact("3-inch", 3, "inch"),
            exact("6 feet", 6, "foot"),
            exact("300 sq km", 300, "square kilometre"),
            exact("12 km2", 12, "square kilometre"),
            exact("5 square miles", 5, "square mile"),
        ],
        id="lengths",
    ),
    pytest.param(
        "12 tonnes, 500 kg, 10 litres, 5 barrels, 6 barrels a day",
        [
            exact("12 tonnes", 12, "tonne"),
            exact("500 kg", 500, "kilogram"),
            exact("10 litres", 10, "litre"),
            exact("5 barrels", 5, "barrel"),
            exact("6 barrels a day", 6, "barrel per day"),
        ],
        id="weights",
    ),
    pytest.param(
        "30C, 30 °C, 86 degrees Fahrenheit, 12 degrees",
        [
            exact("30C", 30, "degree Celsius"),
            exact("30 °C", 30, "degree Celsius"),
            exact("86 degrees Fahrenheit", 86, "degree Fahrenheit"),
            exact("12 degrees", 12, "degree"),
        ],
        id="temperatures",
    ),
    pytest.param(
        "120 km/h, 80mph, 60 kilometres per hour",
        [
            exact("120 km/h", 120, "kilometre per hour"),
            exact("80mph", 80, "mile per hour"),
            exact("60 kilometres per hour", 60, "kilometre per hour"),
        ],
        id="speeds",
    ),
    pytest.param(
        "a five-day truce, 18 months’ pay, 24-hour notice, six weeks' rest",
        [
            exact("five-day", 5, "day"),
            exact("18 months", 18, "month"),
            exact("24-hour", 24, "hour"),
            exact("six weeks", 6, "week"),
        ],
        id="durations",
    ),
    pytest.param("It did not fail for one second.", [exact("one second", 1, "second")], id="one-second"),
    pytest.param(
        "two second homes and a second 30-second clip",
        [exact("two", 2), exact("30-second", 30, "second")],
        id="second-homes",
    ),
    pytest.param(
        "half an hour, a quarter of a mile, two and a half years",
        [
            exact("half an hour", 0.5, "hour"),
            exact("a quarter of a mile", 0.25, "mile"),
            exact("two and a half years", 2.5, "year"),
        ],
        id="half-an-hour",
    ),
    pytest.param(
        "two hours and 40 minutes; 5 feet 3 inches",
        [exact("two hours and 40 minutes", 2 + 2 / 3, "hour"), exact("5 feet 3 inches", 5.25, "foot")],
        id="two-units",
    ),
    pytest.param(
        "He is 12 years old; the ship is 30 years old.",
        [exact("12 years old", 12, "year"), exact("30 years old", 30, "year")],
        id="years-old",
    ),
    pytest.param("a magnitude of 6.4", [exact("6.4", 6.4)], id="magnitude"),
    pytest.param(
        "waves 4m high, a 200m race, 3m people, £3m",
        [exact("4m", 4, "metre"), exact("200m", 200, "metre"), exact("3m", 3e6), exact("£3m", 3e6, "GBP")],
        id="metre-or-million",
    ),
    pytest.param(
        "a million-dollar home for 50 cents",
        [exact("a million-dollar", 1e6, "dollar"), exact("50 cents", 50, "cent")],
        id="million-dollar",
    ),
    pytest.param("16.4 million euros", [exact("16.4 million euros", 16_400_000, "EUR")], id="no-float-noise"),
]

NOT_COUNTS = [
    pytest.param("the third day, the 21st century, 22nd, twenty-first, two hundred and fifth", id="ordinals"),
    pytest.param("in 2019, since 1961, 2025, the 1960s, 2013-14 and 2019-2021", id="years"),
    pytest.param("The 2024 elections and the 2010 floods; 2025 results", id="year-modifiers"),
    pytest.param(
        "Oct 12, 12 October, October 12, 2025, 31 March, Oct. 9, 9/11, 2025-10-12, 12/10/2025", id="dates"
    ),
    pytest.param("on 11-12 October, October 9 and 10, 9 and 10 October", id="date-ranges"),
    pytest.param("at 2.17 a.m., 9 am, 22:17, 6 p.m. and 0600 GMT, five o'clock", id="clocks"),
    pytest.param(
        "half past two, seventeen minutes past two, a quarter to eleven, ten past one", id="clocks-in-words"
    ),
    pytest.param("They came at nine this morning, by five in the afternoon, at nine on Monday.", id="hours"),
    pytest.param("Doors open at nine. The line ran until five.", id="at-nine"),
    pytest.param("shortly after two, they left", id="after-two"),
    pytest.param("a 34-year-old man, aged 12, a boy of six, Jora Temmet, 34, said", id="ages"),
    pytest.param("children under five, adults over 65", id="age-groups"),
    pytest.param("a 3-2 win, a 2-3 defeat", id="scores"),
    pytest.param("No. 5, number 10, Article 370, Chapter 3, Room 101, Phase 2", id="entitled"),
    pytest.param("hall two and gate two were shut", id="hall-two"),
    pytest.param("Call +1-222-2222-3333 or 555-0199.", id="phones"),
    pytest.param("An F-16, a Boeing 737, Covid-19, the G20, Route 66, an AK-47, the M25, ISIS-K", id="names"),
    pytest.param("one of them, the one, one another, one day, this one, one-sided", id="one-as-pronoun"),
    pytest.param("four years ago, two days later, a week ago", id="anchored-times"),
    pytest.param("in the second half, half-brothers, half past", id="halves"),
    pytest.param("He lives at 10 Downing Street; see https://example.org/?q=305&page=2", id="addresses"),
    pytest.param("1. Kabul fell.\n\n2. Peace came. [3]", id="list-marks"),
    pytest.param("Group of 20, the Big Five, Formula One, World War Two", id="groups"),
    pytest.param("a 24/7 service in a 50-50 split of 192.168.1.2", id="chains"),
]


MORE = [
    pytest.param(
        "A 6.0-magnitude quake, a magnitude-7.7 shock",
        [exact("6.0", 6), exact("7.7", 7.7)],
        id="magnitude-hyphen",
    ),
    pytest.param(
        "Profits fell 12% to £1.2bn in the three months to 30 June.",
        [exact("12%", 12, "percent"), exact("£1.2bn", 1.2e9, "GBP"), exact("three months", 3, "month")],
        id="profits",
    ),
    pytest.param(
        "Rates were cut by 25 basis points to 4.25%-4.50%.",
        [exact("25 basis points", 25, "basis_point"), spread("4.25%-4.50%", 4.25, 4.5, "percent")],
        id="rates",
    ),
    pytest.param(
        "12 years and six months in prison", [exact("12 years and six months", 12.5, "year")], id="sentence"
    ),
    pytest.param(
        "winds of 150mph (240km/h), 45.2C (113F)",
        [
            exact("150mph", 150, "mile per hour"),
            exact("240km/h", 240, "kilometre per hour"),
            exact("45.2C", 45.2, "degree Celsius"),
            exact("113F", 113, "degree Fahrenheit"),
        ],
        id="storm",
    ),
    pytest.param(
        "Two people died and one was critically hurt.", [exact("Two", 2), exact("one", 1)], id="and-one-was"
    ),
    pytest.param("An idea came, and one was drafted.", [], id="one-was-without-a-number"),
    pytest.param("He left. Then, one was told.", [], id="one-was-in-a-new-sentence"),
    pytest.param(
        "The plans of men, boys, girls, cooks and bakers, farmers, porters and one was told",
        [],
        id="one-was-far-away",
    ),
    pytest.param(
        "three jets, one MiG-29 and one Su-30",
        [exact("three", 3), exact("one", 1), exact("one", 1)],
        id="jets",
    ),
    pytest.param(
        "MPs backed it by 326 to 249, a majority of 77.",
        [exact("326", 326), exact("249", 249), exact("77", 77)],
        id="votes",
    ),
    pytest.param(
        "The toll was revised down from 96 to 58.",
        [exact("96", 96, counting="cumulative"), exact("58", 58, counting="cumulative")],
        id="revised-down",
    ),
    pytest.param(
        "It killed 12, bringing to 31 the number of dead",
        [exact("12", 12), exact("31", 31)],
        id="bringing-to",
    ),
    pytest.param(
        "In all, 58 fell. Altogether, 60 fell. All told, 70 fell.",
        [
            exact("58", 58, counting="cumulative"),
            exact("60", 60, counting="cumulative"),
            exact("70", 70, counting="cumulative"),
        ],
        id="in-all-before",
    ),
    pytest.param(
        "a year and a half, an hour and a half, two metres and a half",
        [
            exact("a year and a half", 1.5, "year"),
            exact("an hour and a half", 1.5, "hour"),
            exact("two metres and a half", 2.5, "metre"),
        ],
        id="unit-and-a-half",
    ),
    pytest.param(
        "a man and a half, 5 per cent and a half of that",
        [exact("a half", 0.5), exact("5 per cent", 5, "percent"), exact("a half", 0.5)],
        id="no-unit-and-a-half",
    ),
    pytest.param(
        "12 ft 2 in long, 2 in thick, two in the car",
        [exact("12 ft 2 in", 12 + 1 / 6, "foot"), exact("2 in", 2, "inch"), exact("two", 2)],
        id="inches",
    ),
    pytest.param("It is 12 ft 2 in the bay", [exact("12 ft 2", 12 + 1 / 6, "foot")], id="feet-then-in"),
    pytest.param(
        "It rose from 1.2 to 1.5 million.",
        [exact("1.2", 1.2), exact("1.5 million", 1.5e6)],
        id="scale-told-once-without-unit",
    ),
    pytest.param(
        "It rose from 1.2 to 1.5 million euros.",
        [exact("1.2", 1.2e6, "EUR"), exact("1.5 million euros", 1.5e6, "EUR")],
        id="scale-told-once",
    ),
    pytest.param(
        "1.2 to 1.5 million homes",
        [spread("1.2 to 1.5 million", 1_200_000, 1_500_000)],
        id="scale-of-a-range",
    ),
    pytest.param(
        "They rose 3 and 5 per cent.",
        [exact("3", 3, "percent"), exact("5 per cent", 5, "percent")],
        id="and-shares-the-unit",
    ),
    pytest.param(
        "It fell from 1,200 to 3 million dollars.",
        [exact("1,200", 1200, "dollar"), exact("3 million dollars", 3e6, "dollar")],
        id="own-scale",
    ),
    pytest.param(
        "ranging from -18 to -34 °C", [spread("-18 to -34 °C", -34, -18, "degree Celsius")], id="below-zero"
    ),
    pytest.param(
        "a 5-to-10-day wait, 10-to-1 odds",
        [spread("5-to-10-day", 5, 10, "day"), exact("10", 10)],
        id="hyphens-to",
    ),
    pytest.param(
        "12 or 40 men, 5 km to 12 villages",
        [exact("12", 12), exact("40", 40), exact("5 km", 5, "kilometre"), exact("12", 12)],
        id="no-ranges",
    ),
    pytest.param(
        "1000 - 5000 homes, 20 — nine of them dead",
        [spread("1000 - 5000", 1000, 5000), exact("20", 20), exact("nine", 9)],
        id="spaced-dashes",
    ),
    pytest.param(
        "just under 40, a little over 50, a bit less than 60",
        [
            less_than("just under 40", 40),
            more_than("a little over 50", 50),
            less_than("a bit less than 60", 60),
        ],
        id="degrees-of-more",
    ),
    pytest.param(
        "perhaps as many as about 200", [at_most("perhaps as many as about 200", 200)], id="hedges-in-a-row"
    ),
    pytest.param(
        "more than another 12, up to dozens",
        [more_than("more than another 12", 12, counting="incremental"), vague("up to dozens", 24)],
        id="more-than-another",
    ),
    pytest.param("maybe about only some 30", [approx("about only some 30", 30)], id="three-hedges-at-most"),
    pytest.param("20 at least 30", [exact("20", 20), at_least("at least 30", 30)], id="at-least-goes-on"),
    pytest.param(
        "20 or more than 30; 5 plus 6",
        [exact("20", 20), more_than("more than 30", 30), exact("5", 5), exact("6", 6)],
        id="or-more-than",
    ),
    pytest.param("twelve odd jobs", [exact("twelve", 12)], id="odd"),
    pytest.param(
        "$5 dollars, -$6, $-7, 10 €, 5 €",
        [
            exact("$5 dollars", 5, "USD"),
            exact("-$6", -6, "USD"),
            exact("$-7", -7, "USD"),
            exact("10 €", 10, "EUR"),
            exact("5 €", 5, "EUR"),
        ],
        id="sign-places",
    ),
    pytest.param(
        "the U.S. $5 and HK $6", [exact("$5", 5, "USD"), exact("HK $6", 6, "HKD")], id="spaced-dollars"
    ),
    pytest.param(
        "5 million pounds, 20 pounds of rice, fined 30 pounds",
        [
            exact("5 million pounds", 5e6, "pound"),
            exact("20 pounds", 20, "pound-mass"),
            exact("30 pounds", 30, "pound"),
        ],
        id="more-pounds",
    ),
    pytest.param(
        "12 New Zealand dollars, 5 million marks, 5 full marks, 3 Swiss guards",
        [
            exact("12 New Zealand dollars", 12, "NZD"),
            exact("5 million marks", 5e6, "mark"),
            exact("5", 5),
            exact("3", 3),
        ],
        id="more-currencies",
    ),
    pytest.param("4 Turkish crowns", [exact("4 Turkish crowns", 4, "crown")], id="odd-country"),
    pytest.param(
        "30 km², 5 V, 5V, 10 tonnes/year, 3 sq. miles, 3 square meals",
        [
            exact("30 km²", 30, "square kilometre"),
            exact("5", 5),
            exact("5V", 5, "volt"),
            exact("10 tonnes/year", 10, "tonne per year"),
            exact("3 sq. miles", 3, "square mile"),
            exact("3", 3),
        ],
        id="more-units",
    ),
    pytest.param(
        "12 nautical miles, 3 light-years, 5 megawatt-hours, 90 degrees",
        [
            exact("12 nautical miles", 12, "nautical mile"),
            exact("3 light-years", 3, "light year"),
            exact("5 megawatt-hours", 5, "megawatt hour"),
            exact("90 degrees", 90, "degree"),
        ],
        id="unit-pairs",
    ),
    pytest.param(
        "It is 2 per cent, or 120 points, up.",
        [exact("2 per cent", 2, "percent"), exact("120 points", 120, "point")],
        id="index-points-after-percent",
    ),
    pytest.param(
        "a 1500-strong crowd and 1650 ships in 1815",
        [exact("1500", 1500), exact("1650", 1650)],
        id="years-or-counts",
    ),
    pytest.param("In 2023 homes burned.", [], id="year-before-a-plural"),
    pytest.param(
        "In March 12 people died; since May 30 homes burned.",
        [exact("12", 12), exact("30", 30)],
        id="month-then-count",
    ),
    pytest.param("On 3/4 it rained; 3/4 of them left.", [exact("3/4", 0.75)], id="slashed-date"),
    pytest.param(
        "They met at nine hospitals at 30 on Monday, at six on foot.",
        [exact("nine", 9), exact("30", 30), exact("six", 6)],
        id="at-counts",
    ),
    pytest.param("He said no 12 men came", [exact("12", 12)], id="no-12"),
    pytest.param("They block 12 roads.", [exact("12", 12)], id="block-is-a-verb"),
    pytest.param(
        "at least one of them, at least one man",
        [at_least("at least one", 1), at_least("at least one", 1)],
        id="hedged-one",
    ),
    pytest.param("Issa 22, Dorvel 9", [], id="names-with-numbers"),
    pytest.param("Toll:58, see note[3] and GMT+3", [exact("58", 58)], id="colon"),
    pytest.param(
        "-58 soldiers fell\n-20 posts burned\n-5 degrees",
        [exact("58", 58), exact("20", 20), exact("-5 degrees", -5, "degree")],
        id="bullets",
    ),
    pytest.param(
        "This week 30 were hurt; call 0800 at 12 noon on day 3, page 4.",
        [exact("30", 30)],
        id="week-then-count",
    ),
    pytest.param(
        "They won 411 seats, the Liberals 121 and the Greens five.",
        [exact("411", 411), exact("121", 121), exact("five", 5)],
        id="elliptic-seats",
    ),
    pytest.param(
        "A quarter-final. Only one survived; he is the only one. 312p",
        [exact("Only one", 1), exact("312p", 312, "penny")],
        id="only-one",
    ),
    pytest.param("At 34, she won. Aged just 19, her brother, 9, lost.", [], id="more-ages"),
    pytest.param(
        "Since January 1, 2,345 people died; on 12 October 2025, 25 fell.",
        [exact("2,345", 2345), exact("25", 25)],
        id="counts-behind-dates",
    ),
    pytest.param("By 6pm on Sunday 31 bodies were found.", [exact("31", 31)], id="weekday-then-count"),
    pytest.param(
        "It led by three percentage points; 12 points clear.",
        [exact("three percentage points", 3, "percentage_point"), exact("12 points", 12, "point")],
        id="points-of-another-clause",
    ),
    pytest.param(
        "The 7-2 vote, voted 51 to 50, 50-50",
        [exact("7", 7), exact("2", 2), exact("51", 51), exact("50", 50)],
        id="votes-and-scores",
    ),
    pytest.param("I saw 12, maybe 15 bodies.", [exact("12", 12), approx("maybe 15", 15)], id="maybe"),
    pytest.param(
        "£20,000-£30,000, or between £20,000 and £30,000",
        [
            spread("£20,000-£30,000", 20_000, 30_000, "GBP"),
            spread("between £20,000 and £30,000", 20_000, 30_000, "GBP"),
        ],
        id="money-ranges",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_more_sentences(text: str, expected: list[Expected]) -> None:
    assert found(text) == [
        (
            words,
            low if low is None else pytest.approx(low),
            high if high is None else pytest.approx(high),
            *rest,
        )
        for words, low, high, *rest in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [*COUNTS, *BOUNDS, *RANGES, *VAGUE, *NOTHING, *COUNTING, *UNITS]
)
def test_find_quantities(text: str, expected: list[Expected]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOT_COUNTS)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert found(text) == []


WORDS = [
    *"0123456789.,-–/:$€%()' \n",
    *"one two hundred and a half million to between from no of km years old people Oct at least , 22 m".split(
        " "
    ),
]
SEASONED = st.lists(st.sampled_from([*WORDS, *(f"{word} " for word in WORDS)]), max_size=30).map("".join)


@given(st.one_of(st.text(max_size=80), SEASONED))
@example("0$ ONE")  # one sign between two numbers
@example("NO ONE$")
def test_offsets_are_exact_and_ordered(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.start >= end
        assert quantity.end > quantity.start
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        end = quantity.end


@given(SEASONED, st.integers(0, 20), st.integers(0, 40))
def test_a_stretch_is_read_alone(text: str, start: int, end: int) -> None:
    stretch = find_quantities(text, start, end)
    alone = find_quantities(text[start:end])
    assert [(q.start - start, q.text, q.low, q.high) for q in stretch] == [
        (q.start, q.text, q.low, q.high) for q in alone
    ]


HEDGES = [
    "",
    "at least ",
    "more than ",
    "up to ",
    "fewer than ",
    "about ",
    "nearly ",
    "some ",
    "an estimated ",
    "only ",
    "another ",
]


@given(
    st.integers(2, 10**12), st.sampled_from(HEDGES), st.sampled_from(["", " or more", " or so", " at most"])
)
def test_hedges_never_change_the_value(number: int, hedge: str, tail: str) -> None:
    (quantity,) = find_quantities(f"It hit {hedge}{number:,}{tail} homes.")
    assert number in {quantity.low, quantity.high}


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_keeps_both_ends(one: int, other: int) -> None:
    low, high = sorted((one, one + other))
    (quantity,) = find_quantities(f"Between {low:,} and {high:,} people fled.")
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, "range")


HOSTILE = [
    "1 ",
    "1,",
    "1.",
    "12-",
    "1/2 ",
    "one ",
    "one hundred and ",
    "a half and ",
    "from 1 to ",
    "between ",
    "at least ",
    "$",
    "no ",
    "million ",
    "9",
    "(",
    "in ",
    ", 22, ",
]


@pytest.mark.parametrize("seed", HOSTILE)
def test_hostile_repetition_ends(seed: str) -> None:
    text = seed * (30_000 // len(seed))
    assert all(quantity.text in text for quantity in find_quantities(text))
