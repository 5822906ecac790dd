"""What a nudge can propose: each is one click that does the thing."""

ASK_PRIVATELY = "ask_privately"
"""A question to the person alone, with answers that are all fine."""
OFFER_FLOOR = "offer_floor"
"""They speak next. Only for who said "call on me"."""
BY_VOICE = "by_voice"
"""The facilitator said it in person and says so here."""
GO_ROUND = "go_round"
"""Everybody once, by seat; passing is fine. The mode before comes back after it."""
GIVE_FLOOR = "give_floor"
"""The floor to who waits or was cut off: now, or next where somebody speaks."""
NEXT_ITEM = "next_item"
"""On to the next agenda item."""
FIVE_MORE = "five_more"
"""Five more minutes for the item that is on."""
START_BREAK = "start_break"
"""A break of ten minutes."""
NOTED = "noted"
"""Its subject has read the note."""

FIVE_MORE_MS = 300_000
BREAK_MS = 600_000
