"""Nouns for people that news English counts: what they are to one another, what they do, what befell them (room: brains).

Words that are as often no person ("head", "minor", "general") are left out.
"""

PERSON_NOUNS = (
    "person people man woman child civilian resident victim passenger worker employee soldier troop officer police miner "
    "fighter militant rebel student pupil patient voter demonstrator protester migrant refugee villager tourist crew "
    "doctor nurse firefighter prisoner hostage fan spectator supporter member staff engineer teacher journalist guard "
    "sailor driver boy girl baby infant toddler tot kid teenager pensioner family customer personnel serviceman official volunteer rescuer medic survivor casualty "
    "farmer terrorist gunman attacker pilgrim trader herder motorist pedestrian climber hiker fisherman marcher striker activist campaigner colleague citizen "
    "adult youth youngster newborn orphan schoolboy schoolgirl schoolchild father mother parent grandparent husband wife widow brother sister cousin uncle aunt nephew niece "
    "neighbour neighbor guest visitor bystander onlooker passer-by passerby cyclist motorcyclist commuter traveller traveler backpacker holidaymaker settler islander homeowner householder tenant "
    "inmate detainee captive warder jailer defendant suspect fugitive kidnapper hijacker smuggler trafficker gangster burglar thief murderer assassin sniper looter rioter "
    "trooper paratrooper commando conscript reservist cadet guerrilla insurgent combatant loyalist separatist extremist islamist jihadist paramilitary mercenary servicewoman lieutenant sergeant "
    "constable policewoman detective lawmaker legislator senator councillor mayor minister diplomat ambassador envoy delegate candidate "
    "prosecutor lawyer barrister solicitor juror magistrate plaintiff claimant apprentice trainee contractor subcontractor technician mechanic electrician plumber cleaner porter waiter waitress cashier merchant vendor shopkeeper shopper "
    "subscriber depositor investor shareholder creditor taxpayer surgeon paramedic midwife pharmacist carer caregiver donor professor lecturer academic graduate scientist researcher reporter correspondent photographer cameraman "
    "priest monk nun imam cleric preacher worshipper parishioner mourner athlete footballer referee musician singer dancer immigrant deportee evacuee foreigner dissident unionist picketer organiser organizer attendee "
    "responder lifeguard labourer laborer peasant grower shepherd fisher logger lumberjack docker seafarer mariner steward stewardess attendant signatory patron renter occupant"
)
