"""Which should we talk about? A quick vote that cuts many ideas to as many as can be weighed with care."""
