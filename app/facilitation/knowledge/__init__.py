"""Before ideas: what people know, what happened to them, and what somebody does not understand yet."""
