"""Words that the generated group is made of. All people and companies are fictional."""


def _words(text: str) -> list[str]:
    return text.split()


FIRST_NAMES = _words("""
    Ada Alex Amir Anna Bao Bea Carla Cleo Dario Dina Dora Edda Elio Emil Esra Fadi Finn Flora Gwen Hana Hugo Ida
    Igor Ines Ivan Jana Joel Jun Kaya Kenji Lara Leon Lina Luca Maja Milo Mina Nadia Nils Noor Olga Omar Otis
    Pia Quinn Rafa Rosa Sami Tara Vera
""")
LAST_NAMES = _words("""
    Abara Adler Bauer Bello Berg Blum Brandt Castro Cheng Costa Dahl Duarte Eklund Engel Farah Fuchs Garza Gomez
    Haas Haddad Holm Ibarra Ivanov Jansen Kaplan Keller Kimura Kovac Lund Maier Medina Mori Moser Nagy Nakano
    Nowak Okafor Olsen Ortega Petrov Quist Reyes Rossi Sato Serrano Tanaka Torres Vega Weber Zeller
""")
TRADES = _words("""
    accounting architecture carpentry catering cleaning electrical flooring freight furniture gardening glazing
    heating insurance lending legal marketing moving painting plumbing printing roofing security software
    staffing travel
""")
SPECIALITIES = _words("""
    advice audits design emergencies fairs inspection installation maintenance migration planning rental repair
    research restoration retail reviews supply training upgrades wholesale
""")
CLIENTS = _words("""
    employers households landlords schools shops clinics farms hotels
""")
PLACES = _words("""
    Boise Caldwell Eagle Emmett Fruitland Garden Homedale Horseshoe Idaho Jerome Kuna Lowman Marsing Melba
    Meridian Middleton Mountain Nampa Notus Parma Payette Star Weiser Wilder
""")
COMPANIES = _words("""
    bakery brewery boatyard bookshop cannery carrier cinema clinic creamery dairy dentist diner distillery
    foundry garage gym hotel kennel laundry library mill museum nursery orchard pharmacy pottery ranch sawmill
    school studio tannery theatre vineyard warehouse winery workshop
""")
COMPANY_NAMES = _words("""
    Amberline Ashgrove Birchgate Brookvale Copperfield Dovetail Everpeak Foxmoor Glenrock Hartwell Ironbridge
    Juniper Kestrel Larkspur Moonridge Northgate Oakhurst Pinecrest Quillstone Redfern Silverbrook Thornbury
    Umberly Violetta Westmark Yarrow
""")
NEEDS = [
    "asked who else could help",
    "complained about the last supplier",
    "has a deadline in spring",
    "has outgrown its rooms",
    "hires ten people this year",
    "is changing hands",
    "is tired of waiting for quotes",
    "just signed a longer lease",
    "lost its usual contact",
    "moves to a new site",
    "opens a second shop",
    "plans a new building",
    "talks about growing",
    "wants a second opinion",
    "wants to cut costs",
    "wants to start over",
]
