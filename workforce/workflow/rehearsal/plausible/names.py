"""Names to play with. Addresses end in example.com and the like, phone numbers lie in the ranges kept for stories."""

FIRST = (
    "Anna", "Ben", "Carla", "David", "Elena", "Felix", "Grace", "Hugo", "Ines", "Jonas", "Karim", "Laura",
    "Marta", "Noah", "Olivia", "Paul", "Rosa", "Samuel", "Tara", "Victor",
)  # fmt: skip
LAST = (
    "Becker", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ivanova", "Jansen", "Keller", "Lopez",
    "Moreau", "Novak", "Oliveira", "Parker", "Rossi", "Silva", "Turner", "Weber", "Young",
)  # fmt: skip
COMPANIES = (
    "Alder & Co", "Birch Logistics", "Clearwater Foods", "Dune Analytics", "Elm Street Studio", "Foxglove Health",
    "Granite Tools", "Harbour Travel", "Ivory Textiles", "Juniper Energy",
)  # fmt: skip
PRODUCTS = (
    "Desk lamp", "Office chair", "Notebook set", "Water bottle", "Backpack", "Headphones", "Coffee grinder",
    "Monitor stand", "Travel mug", "Keyboard",
)  # fmt: skip
PLACES = (
    ("Berlin", "Germany", "DE", "10115", 52.52, 13.405),
    ("Lisbon", "Portugal", "PT", "1100-148", 38.7223, -9.1393),
    ("Madrid", "Spain", "ES", "28001", 40.4168, -3.7038),
    ("Lyon", "France", "FR", "69001", 45.764, 4.8357),
    ("Boston", "United States", "US", "02108", 42.3601, -71.0589),
    ("Leeds", "United Kingdom", "GB", "LS1 1UR", 53.8008, -1.5491),
)
STREETS = ("Station Road 4", "Market Street 12", "Garden Lane 7", "Harbour Way 21", "Mill Road 3", "High Street 58")
JOBS = ("Head of Sales", "Operations Lead", "Accountant", "Product Manager", "Office Manager", "Founder")
DOMAINS = ("example.com", "example.org", "example.net")
"""Domains that belong to nobody (RFC 2606)."""
SUBJECTS = (
    "Question about my order", "Invoice for October", "Meeting next week", "Cannot sign in", "Quote for 40 seats",
    "Delivery arrived damaged", "Feedback on the new release", "Renewal of our contract",
)  # fmt: skip
SENTENCES = (
    "Hello, I ordered last week and have not heard anything since. Could you tell me when it arrives?",
    "Please find the details attached and let me know by Friday whether this works for you.",
    "Thanks for the quick help yesterday, everything runs well again.",
    "We would like to add five more people to our plan from next month on.",
    "The page shows an error after I sign in, since this morning.",
    "Could we move our call to Thursday at ten?",
)
HEADLINES = (
    "Small companies spend less time on paperwork", "New rail link opens two months early",
    "How a bakery doubled its online orders", "Researchers publish open weather data",
    "Five lessons from a year of remote work", "City council approves solar programme",
)  # fmt: skip
TASKS = (
    "Prepare the quarterly report", "Call the supplier back", "Review the draft contract", "Update the price list",
    "Plan the team meeting", "Check the open invoices",
)  # fmt: skip
