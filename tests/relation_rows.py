"""Every row of the table of relations in several wordings: a frozen table of cases, each a sentence of two accounts.

A case is told in the running text of two articles: `SCENES` holds what stands around its two sentences. `wrong` says why
a case is not decided as the table has it; its test is then expected to fail.
"""

from typing import NamedTuple

from small_accounts import MONDAY, TUESDAY, WEDNESDAY

_DIRECTED = frozenset("refines updates possible_update corrects denies reports part_of fulfils".split())
_BY_INTERVAL = frozenset({5, 28, 31, 39})  # which of two labels it is depends on how wide the words are


class Scene(NamedTuple):
    """What two articles tell besides the sentences of a case: before and after it, in the one and in the other."""

    a_before: str
    a_after: str
    b_before: str
    b_after: str


class Row(NamedTuple):
    """One wording of one row. `labels`: what relates the two sentences; empty for no relation. `turned`: from b to a."""

    row: int
    name: str
    scene: str
    a: str
    b: str
    labels: str
    a_day: str = TUESDAY
    b_day: str = TUESDAY
    turned: bool = False
    tag: str | None = None
    wrong: str | None = None

    @property
    def exact(self) -> bool:
        """Whether the first label is the one that the table names, and the others only come along."""
        return self.row not in _BY_INTERVAL

    @property
    def directed(self) -> bool:
        """Whether the relation runs one way, which the table fixes."""
        return bool(self.labels) and self.labels.split()[0] in _DIRECTED and self.exact


SCENES = {
    "sea": Scene(
        "Rescue boats searched the mouth of the Ostra near Karsk through the night.",
        "The ferry Halda had sailed from Karsk in clear weather.",
        "Divers went back to the wreck of the Halda off Karsk at first light.",
        "Relatives waited behind a fence on the pier at Karsk.",
    ),
    "war": Scene(
        "Arvania’s army said that guards of Belmoria had burned the mill at Odrin.",
        "Shops in Odrin stayed shut.",
        "Belmoria’s army denied that its guards had burned the mill at Odrin.",
        "Lorries from Belmoria queued for miles outside Odrin.",
    ),
    "council": Scene(
        "Councillors in Vellin met late into the evening.",
        "The mayor of Vellin, Ana Ruiz, left without a word.",
        "The debate in Vellin drew a full gallery.",
        "Ana Ruiz has led Vellin since the spring.",
    ),
    "works": Scene(
        "The gates of Torvik Steel in Marren were quiet at dawn.",
        "Torvik Steel belongs to a family from Marren.",
        "A cold wind blew over the yard of Torvik Steel.",
        "Marren grew up around the mill.",
    ),
    "fire": Scene(
        "Smoke hung over the Harbour Arcade in Lindhagen all morning.",
        "The Harbour Arcade was built in the days of steam.",
        "Residents of Lindhagen were told to keep their windows shut.",
        "The Harbour Arcade is known for its clock.",
    ),
    "court": Scene(
        "The case against Norrbank filled the largest room of the court in Sandhaven.",
        "Norrbank has branches all over the coast.",
        "Reporters queued outside the court in Sandhaven.",
        "Shareholders of Norrbank followed the day on a screen.",
    ),
    "road": Scene(
        "Snow lay on the Brenna pass above Tolvik.",
        "The road over the Brenna is the only way to Tolvik in winter.",
        "Lorry drivers in Tolvik shared soup from a van.",
        "The Brenna was first crossed by monks.",
    ),
    "poll": Scene(
        "Polling stations across Norrland closed without incident.",
        "Norrland votes every four years.",
        "Party workers in Norrland rolled up their banners.",
        "The palace in Norrland was lit up.",
    ),
}

CASES = (
    # 1: the exact figure entails the floor
    Row(1, "dead", "sea", "The coastguard said 15 people had died.", "At least 12 people were killed, according to the port authority.", "refines"),
    Row(1, "money", "court", "The audit office put the loss at €47 million.", "The liquidator said the loss was more than €40 million.", "refines"),
    Row(1, "votes", "council", "The budget received 31 votes, the clerk said.", "The council’s website said the budget received at least 30 votes.", "refines"),
    Row(1, "share", "poll", "Turnout was 64 per cent, the election commission said.", "Observers said turnout was at least 60 percent.", "refines"),
    Row(1, "brought-down", "road", "Seventeen climbers have been brought down alive, the rescue service said.", "More than a dozen climbers have been brought down alive, police said.", "refines"),
    Row(1, "output", "works", "Output reached 41,300 tonnes in May, the company said.", "Output topped 40,000 tonnes in May, the union said.", "refines"),
    # 2: under the floor
    Row(2, "dead", "works", "At least 12 workers were killed in the blast, the governor said.", "The company said nine workers had been killed in the explosion.", "contradicts"),
    Row(2, "money", "council", "Repairs to the bridge will cost at least €5 million, the city engineer said.", "The contractor said repairs to the bridge would cost €3 million.", "contradicts"),
    Row(2, "flights", "road", "More than 300 flights were cancelled, the airport said.", "The pilots’ union said 120 flights had been cancelled.", "contradicts"),
    Row(2, "share", "poll", "Turnout was over 70 per cent, the ruling party said.", "The opposition said turnout was 52 per cent.", "contradicts"),
    # 3: overlap
    Row(3, "evacuated", "fire", "About 200 residents were evacuated, police said.", "The Red Cross said more than 200 residents had been evacuated.", "compatible"),
    Row(3, "money", "court", "The fraud cost savers around €40 million, prosecutors said.", "Norrbank’s lawyers said the fraud had cost savers more than €41 million.", "compatible"),
    Row(3, "distance", "road", "The queue was roughly 5 km long, the road agency said.", "Drivers said the queue was at least 5 km long.", "compatible"),
    # 4: the exact one within the approximate
    Row(4, "hurt", "sea", "Hospitals said 207 passengers were injured.", "The minister said about 200 passengers were injured.", "refines"),
    Row(4, "area", "fire", "The fire burned 498 hectares, the forest service said.", "The fire burned some 500 hectares, the mayor said.", "refines"),
    Row(4, "distance", "road", "The tunnel is 9.8 km long, the builder said.", "The road agency said the tunnel was about 10 km long.", "refines"),
    Row(4, "staff", "works", "Torvik Steel employs 1,930 people, the union said.", "The ministry said the mill employed roughly 2,000 people.", "refines"),
    # 5: an upper bound
    Row(5, "dead", "war", "Arvania’s army said up to 58 soldiers were killed.", "A hospital in Odrin said 23 soldiers were killed.", "compatible"),
    Row(5, "homes", "fire", "Up to 90 homes were destroyed, the insurer said.", "The fire service said 41 homes were destroyed.", "compatible"),
    Row(5, "money", "court", "The fine could be as much as €12 million, the regulator said.", "The bank said the fine was €7 million.", "compatible different_scope"),
    # 6: within a vague one
    Row(6, "dead", "sea", "The coastguard said 40 people were killed.", "Dozens of people were killed, the minister said.", "refines"),
    Row(6, "flights", "road", "The airport said 46 flights were cancelled.", "Airlines said dozens of flights were cancelled.", "refines"),
    Row(6, "power", "fire", "Hundreds of homes lost power, residents said.", "The grid operator said 640 homes lost power.", "refines", turned=True),
    Row(6, "crowd", "poll", "Thousands of people marched through the capital, the opposition said.", "Police said 12,400 people marched through the capital.", "refines", turned=True),
    # 7: number, across parties
    Row(7, "dead", "war", "Arvania’s spokesman Ilo Brandt said 58 Belmorian soldiers were killed.", "Belmoria’s army said 23 Belmorian soldiers had been killed.", "contradicts"),
    Row(7, "strike", "works", "The union said 4,500 workers had joined the strike.", "Management said 1,200 workers had joined the strike.", "contradicts"),
    Row(7, "crowd", "poll", "Organisers said 80,000 people attended the rally.", "Police said 15,000 people had attended the rally.", "contradicts"),
    Row(7, "money", "court", "Prosecutors said Norrbank had hidden losses of €90 million.", "Norrbank’s lawyers said the bank had hidden losses of €11 million.", "contradicts"),
    Row(7, "loss", "court", "The regulator said Norrbank had lost €80 million on the loans.", "Norrbank said it had lost €12 million on the loans.", "contradicts"),
    Row(7, "exits", "fire", "The landlord said the building had four exits.", "Tenants said the building had two exits.", "contradicts"),
    Row(7, "distance", "road", "The road agency said the avalanche had closed 12 km of the road.", "The governor said the avalanche had closed 30 km of the road.", "contradicts"),
    # 8: one originator, later
    Row(8, "dead", "sea", "The coastguard said on Tuesday that 12 people had died.", "The coastguard said on Monday that nine people had died.", "updates", b_day=MONDAY),
    Row(8, "money", "council", "The contractor said the bridge would cost €9 million.", "The contractor said the bridge would cost €7 million.", "updates", b_day=MONDAY),
    Row(8, "seats", "poll", "The election commission said the Greens had won 41 seats.", "The election commission said the Greens had won 38 seats.", "updates", b_day=MONDAY),
    Row(8, "homes", "fire", "The grid operator said 2,100 homes were without power.", "The grid operator said 5,400 homes were without power.", "updates", b_day=MONDAY),
    Row(8, "turnout", "poll", "The interior ministry put turnout at 54 per cent.", "The interior ministry put turnout at 49 per cent.", "updates", b_day=MONDAY),
    Row(8, "risen", "sea", "The toll has risen to 31, the health ministry said.", "The health ministry said 27 people had died.", "updates", b_day=MONDAY),
    Row(8, "patients-and-toll", "sea", "The death toll has risen to five, the health authority said.", "Three patients have died, the health authority said.", "updates", a_day=WEDNESDAY, b_day=MONDAY),
    Row(8, "least-outgrown", "sea", "The coastguard said 17 people had died.", "The coastguard said at least 11 people had died.", "updates", a_day=WEDNESDAY, b_day=MONDAY),
    Row(8, "least-risen", "fire", "The number of homes without power has risen to 6,200, the grid operator said.", "The grid operator said more than 5,000 homes were without power.", "updates", a_day=WEDNESDAY, b_day=MONDAY),
    Row(8, "least-of-another", "sea", "The harbour master said 17 people had died.", "The coastguard said at least 11 people had died.", "refines", a_day=WEDNESDAY, b_day=MONDAY),
    # 9: another originator, who is not opposed
    Row(9, "dead", "sea", "The fire service said 12 people had died.", "The mayor, Ana Ruiz, said nine people had died.", "possible_update", b_day=MONDAY),
    Row(9, "infected", "council", "The health agency said 310 people had been infected.", "Doctors said 240 people had been infected.", "possible_update", b_day=MONDAY),
    Row(9, "homes", "fire", "The insurer said 90 homes had been destroyed.", "Police said 64 homes had been destroyed.", "possible_update", b_day=MONDAY),
    # 10: revised, and called wrong
    Row(10, "revised", "sea", "The coastguard revised the death toll to nine.", "The coastguard said 12 people had died.", "updates", a_day=WEDNESDAY),
    Row(10, "lowered", "court", "Norrbank lowered its estimate of the loss to €31 million.", "Norrbank estimated the loss at €36 million.", "updates", a_day=WEDNESDAY),
    Row(10, "recount", "poll", "After a recount the election commission put turnout at 58 per cent.", "The election commission put turnout at 61 per cent.", "updates", a_day=WEDNESDAY),
    Row(10, "called-wrong", "sea", "The coastguard said nine people had died and that its earlier figure of 12 was wrong.", "The coastguard said 12 people had died.", "corrects equivalent", a_day=WEDNESDAY),
    Row(10, "mistake", "poll", "The election commission said the Greens had won 38 seats, and not 41 as it had said by mistake.", "The election commission said the Greens had won 41 seats.", "corrects", a_day=WEDNESDAY),
    Row(10, "correction", "court", "Norrbank corrected its loss to €31 million, saying that the €36 million first reported was an error.", "Norrbank reported a loss of €36 million.", "corrects equivalent", a_day=WEDNESDAY),
    Row(10, "it-gave", "poll", "The commission said turnout was 58 per cent; the 61 per cent it gave on Monday was a mistake.", "The commission said turnout was 61 per cent.", "corrects equivalent", a_day=WEDNESDAY),
    # 11: the dead do not become fewer
    Row(11, "dead", "sea", "The mayor, Ana Ruiz, said nine people had died.", "The fire service said 12 people had died.", "contradicts", b_day=MONDAY),
    Row(11, "infected", "council", "Doctors said 240 people had been infected.", "The health agency said 310 people had been infected.", "contradicts", b_day=MONDAY),
    Row(11, "homes", "fire", "Police said 64 homes had been destroyed.", "The insurer said 90 homes had been destroyed.", "contradicts", b_day=MONDAY),
    # 12: opposed parties never update each other
    Row(12, "dead", "war", "Arvania’s army said 58 Belmorian soldiers were killed.", "Belmoria’s army said 61 Belmorian soldiers were killed.", "contradicts", b_day=WEDNESDAY),
    Row(12, "posts", "war", "Arvania’s army said 12 border posts were destroyed.", "Belmoria’s army said 15 border posts were destroyed.", "contradicts", b_day=WEDNESDAY),
    Row(12, "captured", "war", "Arvania’s army said it had captured 30 prisoners near Karsk.", "Belmoria’s army said Arvania had captured 35 prisoners near Karsk.", "contradicts", b_day=WEDNESDAY),
    # 13: an increment
    Row(13, "dead", "sea", "The coastguard said another 12 people had died.", "The port authority said nine people had died.", "different_scope"),
    Row(13, "jobs", "works", "Torvik Steel said it would cut a further 200 jobs.", "The union said Torvik Steel would cut 350 jobs.", "different_scope"),
    Row(13, "money", "council", "The region pledged an additional €2 million for the bridge.", "The ministry said the region had pledged €5 million for the bridge.", "different_scope"),
    # 14: a part of the whole
    Row(14, "dead", "war", "Arvania’s army said 23 soldiers were killed.", "The hospital in Odrin said 25 people were killed in all.", "part_of"),
    Row(14, "hurt", "works", "The company said 14 workers were injured.", "The hospital said a total of 19 people were injured.", "part_of"),
    Row(14, "missing", "sea", "The school said six children were missing.", "The coastguard said 31 people in all were missing.", "part_of"),
    # 15: a part larger than its whole
    Row(15, "dead", "war", "Arvania’s army said 30 soldiers were killed.", "The hospital in Odrin said 25 people were killed in all.", "contradicts"),
    Row(15, "hurt", "works", "The union said 24 workers were injured.", "The hospital said a total of 19 people were injured.", "contradicts"),
    Row(15, "missing", "sea", "The school said 36 children were missing.", "The coastguard said 31 people in all were missing.", "contradicts"),
    # 16: the population is missing
    Row(16, "dead", "war", "Police in Odrin said 58 were killed.", "Arvania’s army said 23 soldiers were killed.", "undetermined"),
    Row(16, "hurt", "works", "The governor said 40 were injured.", "The union said 26 workers were injured.", "undetermined"),
    Row(16, "missing", "sea", "The minister said 31 were missing.", "The school said six children were missing.", "undetermined"),
    # 17: one place and the whole; two places
    Row(17, "dead-whole", "road", "Police said five people were killed in Tolvik.", "Police said 23 people were killed across the country.", "part_of"),
    Row(17, "homes-whole", "fire", "The insurer said 40 homes were destroyed in Lindhagen.", "The insurer said 310 homes were destroyed nationwide.", "part_of"),
    Row(17, "schools-whole", "council", "The ministry said 12 schools had closed in Vellin.", "The ministry said 90 schools had closed across the country.", "part_of"),
    Row(17, "dead-places", "road", "Police said five people were killed in Tolvik.", "Police said 23 people were killed in Odrin.", "different_scope"),
    Row(17, "homes-places", "fire", "The insurer said 40 homes were destroyed in Lindhagen.", "The insurer said 75 homes were destroyed in Marren.", "different_scope"),
    Row(17, "posts", "war", "Arvania’s army said five soldiers were killed at Karsk.", "Arvania’s army said 23 soldiers were killed at Odrin.", "different_scope"),
    # 18: none, and many
    Row(18, "outposts", "war", "“We lost no outposts,” Belmoria’s army said.", "Arvania’s army said 20 outposts of Belmoria had been destroyed.", "contradicts", tag="denies"),
    Row(18, "jobs", "works", "Torvik Steel said no jobs would be cut.", "The union said 350 jobs would be cut.", "contradicts", tag="denies"),
    Row(18, "hurt", "sea", "The shipping line said none of the passengers was hurt.", "The coastguard said 14 passengers were hurt.", "contradicts", tag="denies"),
    Row(18, "boxes", "poll", "The election commission said no ballot boxes were missing.", "Observers said six ballot boxes were missing.", "contradicts", tag="denies"),
    Row(18, "captured", "war", "“Not one of our soldiers was captured,” Belmoria’s army said.", "Arvania’s army said it had captured 30 soldiers of Belmoria.", "contradicts", tag="denies"),
    Row(18, "nobody", "fire", "Nobody was hurt, the fire chief said.", "The hospital said three people were hurt.", "contradicts", tag="denies"),
    Row(18, "bonuses", "court", "The bank said it had paid no bonuses.", "Prosecutors said the bank had paid €4 million in bonuses.", "contradicts", tag="denies"),
    # 19: not mentioned
    Row(19, "outposts", "war", "Belmoria’s army said the night had been calm.", "Arvania’s army said 20 outposts had been destroyed.", ""),
    Row(19, "jobs", "works", "Torvik Steel said it had found a buyer for its rolling mill.", "The union said 350 jobs would be cut.", ""),
    Row(19, "money", "court", "Norrbank said it would appeal against the ruling.", "Prosecutors said the fraud had cost savers €40 million.", ""),
    # 20: a response without content
    Row(20, "not-confirmed", "war", "Belmoria’s army could not confirm that 58 soldiers had been killed.", "Arvania’s army said 58 soldiers had been killed.", ""),
    Row(20, "declined", "works", "Torvik Steel declined to comment on whether 350 jobs would be cut.", "The union said 350 jobs would be cut.", ""),
    Row(20, "not-verified", "court", "The loss of €47 million could not be independently verified.", "The audit office put the loss at €47 million.", ""),
    # 21: two relays of one statement
    Row(21, "dead", "war", "Radio North quoted General Ivo Land as saying that 58 soldiers were killed.", "Radio South quoted General Ivo Land as saying that 85 soldiers were killed.", "contradicts", tag="relay mismatch"),
    Row(21, "according", "works", "According to the Marren Gazette, the union’s Greta Holm said 350 jobs would go.", "According to Harbour Radio, the union’s Greta Holm said 530 jobs would go.", "contradicts", tag="relay mismatch"),
    Row(21, "told", "court", "Prosecutor Paul Oren told Radio North that the fraud had cost €19 million.", "Prosecutor Paul Oren told Radio South that the fraud had cost €90 million.", "contradicts", tag="relay mismatch"),
    # 22: the figure is denied
    Row(22, "dead", "war", "Belmoria’s army denied that 58 soldiers had been killed near Karsk.", "Arvania’s army said 58 soldiers had been killed near Karsk.", "denies"),
    Row(22, "bribe", "court", "Norrbank denied that it had paid €3 million to the minister.", "Prosecutors said Norrbank had paid €3 million to the minister.", "denies"),
    Row(22, "jobs", "works", "Torvik Steel rejected as false the union’s claim that 350 jobs would be cut.", "The union said 350 jobs would be cut.", "denies"),
    Row(22, "called-untrue", "poll", "The minister called the figure of 40 missing ballot boxes untrue.", "Observers said 40 ballot boxes were missing.", "denies", wrong="“40 missing ballot boxes” is not read as a count of boxes"),
    # 23: a relay of the originator's own words
    Row(23, "dead", "war", "General Ivo Land said 58 soldiers were killed, according to Radio North.", "“We counted 58 soldiers killed,” General Ivo Land said.", "reports"),
    Row(23, "jobs", "works", "According to the Marren Gazette, the union’s Greta Holm said 350 jobs would go.", "The union’s Greta Holm said 350 jobs would go.", "reports"),
    Row(23, "money", "court", "Prosecutor Paul Oren said the fraud had cost €19 million, Radio North reported.", "Prosecutor Paul Oren said the fraud had cost €19 million.", "reports"),
    # 24: conditional and done
    Row(24, "posts", "war", "If the shelling goes on, the army will destroy the posts at Karsk, General Ivo Land said.", "The army destroyed the posts at Karsk, residents said.", "different_scope"),
    Row(24, "dam", "road", "If the dam breaks, 3,000 people will lose their homes, engineers said.", "The dam broke and 3,000 people lost their homes, the governor said.", "different_scope"),
    Row(24, "strike", "works", "Unless talks resume, workers will walk out of the mill at Marren, the union said.", "Workers walked out of the mill at Marren, the union said.", "different_scope"),
    Row(24, "strike-noun", "works", "If the offer is not improved, 900 workers will strike, the union said.", "On Tuesday 900 workers went on strike, the union said.", "different_scope", wrong="a verb and its paraphrase with a noun (strike, went on strike) are not one measure"),
    # 25: a plan and its deed
    Row(25, "crossing", "war", "The ministry closed the Torvik crossing on Sunday.", "The ministry said it would close the Torvik crossing.", "fulfils", b_day=MONDAY),
    Row(25, "rate", "court", "Norrbank cut its savings rate to 3 per cent.", "Norrbank said it would cut its savings rate to 3 per cent.", "fulfils", b_day=MONDAY),
    Row(25, "jobs", "works", "Torvik Steel has cut 350 jobs.", "Torvik Steel said it would cut 350 jobs.", "fulfils", b_day=MONDAY),
    Row(25, "opened", "council", "The council opened the new library.", "The council plans to open the new library.", "fulfils", b_day=MONDAY),
    # 26: another outcome
    Row(26, "posts", "war", "Arvania’s army said 21 posts were destroyed.", "Arvania’s army said 12 posts were captured.", "different_scope"),
    Row(26, "homes", "fire", "The insurer said 40 homes were damaged.", "The insurer said 12 homes were destroyed.", "different_scope"),
    Row(26, "lorries", "road", "Police said 14 lorries were seized.", "Police said three lorries were destroyed.", "different_scope"),
    # 27: casualties
    Row(27, "killed", "sea", "Police said there were 50 casualties.", "The hospital said 50 people were killed.", "undetermined"),
    Row(27, "injured", "works", "The company reported 50 casualties.", "The union said 44 people were injured.", "undetermined"),
    Row(27, "died", "fire", "The mayor said there had been 19 casualties.", "Hospitals said 11 people had died.", "undetermined"),
    # 28: units and rounding
    Row(28, "displaced", "war", "The bank said 1,234,000 people had been displaced.", "The agency said 1.2 million people had been displaced.", "refines"),
    Row(28, "distance", "road", "The tunnel is 5 km long, the builder said.", "The tunnel is 3 miles long, the road agency said.", "equivalent"),
    Row(28, "money", "court", "The audit office said the loss was €47,200,000.", "The liquidator said the loss was €47 million.", "refines"),
    Row(28, "weight", "sea", "The coastguard said 900 tonnes of oil had leaked.", "The owner said 900,000 kg of oil had leaked.", "equivalent refines"),
    # 29: framing
    Row(29, "martyred", "war", "Belmoria’s army said 12 fighters were martyred.", "The hospital said 12 fighters were killed.", "equivalent", tag="framing"),
    Row(29, "liquidated", "war", "Arvania’s army said 30 fighters were liquidated.", "Residents said 30 fighters were killed.", "equivalent", tag="framing"),
    Row(29, "neutralised", "war", "Arvania’s army said seven gunmen had been neutralised.", "The governor said seven gunmen had been killed.", "equivalent", tag="framing"),
    # 30: a dispute over what the dead were
    Row(30, "militants", "war", "Arvania’s army said 40 militants were killed.", "Belmoria’s army said 40 soldiers were killed.", "undetermined", tag="label dispute"),
    Row(30, "civilians", "war", "Arvania’s army said 40 militants were killed.", "Belmoria’s government said 40 civilians were killed.", "undetermined", tag="label dispute"),
    Row(30, "villagers", "war", "The army said 12 rebels had died in the raid.", "Elders said 12 villagers had died in the raid.", "undetermined", tag="label dispute"),
    Row(30, "farmers", "war", "The air force said 25 terrorists were killed.", "The village council said 25 farmers were killed.", "undetermined", tag="label dispute"),
    # 31: one moment in two zones
    Row(31, "part-of-day", "sea", "The tanker ran aground off Karsk on Saturday night.", "The tanker ran aground off Karsk on Sunday at 01:00 UTC.", "equivalent refines"),
    Row(31, "two-zones", "poll", "The minister resigned at 8 p.m. EST on Saturday.", "The minister resigned at 01:00 UTC on Sunday.", "equivalent"),
    Row(31, "one-zone", "road", "The plane took off from Tolvik at 23:30 UTC on Saturday.", "The plane took off from Tolvik at 11.30 p.m. UTC on Saturday.", "equivalent"),
    # 33: more committed
    Row(33, "dead", "sea", "The coastguard said 58 people were killed.", "The coastguard said 58 people may have been killed.", "refines"),
    Row(33, "money", "court", "The audit office said the fraud had cost €40 million.", "The liquidator said the fraud might have cost €40 million.", "refines"),
    Row(33, "deed", "fire", "Police said the fire in the arcade had been started by children.", "Police said the fire in the arcade could have been started by children.", "refines"),
    # 34: who did it
    Row(34, "fired-first", "war", "Arvania said that Belmorian guards had opened fire first.", "Belmoria said that Arvanian guards had opened fire first.", "contradicts"),
    Row(34, "started", "war", "Arvania’s army started the fighting at Odrin, Belmoria said.", "Belmoria’s army started the fighting at Odrin, Arvania said.", "contradicts"),
    Row(34, "ran-the-light", "road", "Police said the lorry had run the red light.", "The lorry’s owner said the bus had run the red light.", "contradicts"),
    Row(34, "passive", "war", "The school in Odrin was shelled by the army, residents said.", "The school in Odrin was shelled by the rebels, the government said.", "contradicts"),
    Row(34, "fire-place", "fire", "The fire began in the kitchen, the owner said.", "Firefighters said the fire started in the boiler room.", "contradicts"),
    Row(34, "death-place", "poll", "The former king died at home, the palace said.", "Doctors said the former king had died in hospital.", "contradicts"),
    Row(34, "rooms", "works", "The explosion happened in the workshop, the union said.", "The company said the explosion happened in the warehouse.", "contradicts"),
    Row(34, "wing", "court", "The protest broke out in the north wing of the court, guards said.", "Lawyers said the protest broke out in the south wing of the court.", "contradicts"),
    Row(34, "inside", "fire", "The fire began in the kitchen, the owner said.", "Firefighters said the fire began in the house.", ""),
    Row(34, "cause", "fire", "The explosion was caused by a gas leak, the fire chief said.", "The explosion was caused by lightning, the insurer said.", "contradicts"),
    Row(34, "crash", "road", "Police said ice caused the crash on the pass.", "The crash was caused by faulty brakes, the haulier said.", "contradicts"),
    Row(34, "because", "road", "The train derailed because of a broken track, the union said.", "The railway said the train derailed because of ice on the bridge.", "contradicts"),
    Row(34, "army-rebels", "war", "The army shelled the school, residents said.", "The government said the rebels had shelled the school.", "contradicts"),
    Row(34, "accused", "war", "Belmoria accused Arvania of attacking first.", "Arvania said Belmoria had attacked first.", "contradicts"),
    Row(34, "turned-round", "road", "The bus hit the truck, police said.", "The truck hit the bus, witnesses said.", "undetermined"),
    Row(34, "broke-out", "fire", "The fire broke out in the basement, police said.", "The fire broke out on the roof, the owner said.", "contradicts"),
    Row(34, "fog", "sea", "Fog caused the collision, the captain said.", "The collision was caused by a steering failure, the coastguard said.", "contradicts"),
    Row(34, "two-titles", "court", "The money was taken by the cashier, the bank said.", "The money was taken by the director, prosecutors said.", ""),
    # 35: whether it happened
    Row(35, "deal", "council", "The ministry signed the fishing deal with Norrland on Friday.", "The opposition said the ministry had not signed the fishing deal with Norrland.", "contradicts"),
    Row(35, "no-deal", "works", "Torvik Steel and the union signed a pay deal on Friday.", "No pay deal was signed, the union said.", "contradicts"),
    Row(35, "alarm", "fire", "The owner said the fire alarm in the arcade had sounded.", "Tenants said the fire alarm in the arcade never sounded.", "contradicts"),
    Row(35, "letter", "court", "The regulator wrote to Norrbank about the accounts in March.", "Norrbank said the regulator did not write to it about the accounts.", "contradicts"),
    # 36: shares
    Row(36, "people", "works", "The company said 12 per cent of workers were off sick.", "The union said 12 workers were off sick.", "different_scope"),
    Row(36, "prices", "council", "The bank said prices rose by 12 per cent.", "The union said prices rose by 9 per cent.", "contradicts"),
    Row(36, "turnout", "poll", "The commission said turnout was 61 per cent.", "Observers put turnout at 48 percent.", "contradicts"),
    Row(36, "capacity", "works", "Torvik Steel said the mill was running at 80 per cent of capacity.", "The union said the mill was running at 45 per cent of capacity.", "contradicts"),
    # 37: currencies
    Row(37, "bridge", "council", "The firm said the bridge had cost €3 million.", "The city said the bridge had cost $3 million.", "undetermined"),
    Row(37, "fine", "court", "The regulator fined Norrbank £12 million.", "Norrbank was fined €14 million, its lawyers said.", "undetermined"),
    Row(37, "loss", "court", "The audit office put the loss at 40 million euros.", "The liquidator put the loss at 45 million Swiss francs.", "undetermined"),
    Row(37, "cargo", "sea", "The cargo was worth $20 million, the owner said.", "The insurer put the cargo at €20 million.", "undetermined", wrong="“worth” and “put at” say one measure, and only one names it"),
    # 38: the same number on another measure
    Row(38, "hurt", "sea", "Police said 200 people were killed.", "The hospital said 200 people were wounded.", "different_scope", tag="same number, other measure"),
    Row(38, "missing", "fire", "Police said 14 people were missing.", "The mayor said 14 people had been rescued.", "different_scope", tag="same number, other measure"),
    Row(38, "homes", "road", "The insurer said 60 homes were damaged.", "The governor said 60 homes were destroyed.", "different_scope", tag="same number, other measure"),
    # 39: clock times that fit
    Row(39, "tanker", "sea", "The coastguard said the tanker had run aground at 02:10.", "The owner said the tanker had run aground shortly after two.", "compatible refines"),
    Row(39, "alarm", "fire", "The fire alarm in the arcade sounded at 6.05 a.m., the owner said.", "The fire alarm in the arcade sounded at about 6 a.m., tenants said.", "compatible refines"),
    Row(39, "train", "road", "The train left Tolvik station at 16:42, the railway said.", "The train left Tolvik station shortly before 5 p.m., passengers said.", "compatible refines"),
    # 40: a rumour that the article rejects
    Row(40, "poison", "council", "Rumours that the reservoir had been poisoned are false.", "The reservoir had been poisoned, residents said.", "denies"),
    Row(40, "resigned", "poll", "Reports that the minister had resigned were untrue.", "The minister had resigned, the opposition said.", "denies"),
    Row(40, "collapse", "court", "Claims on social media that Norrbank had closed its branches were wrong.", "Norrbank had closed its branches, customers said.", "denies"),
)  # fmt: skip
