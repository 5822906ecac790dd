# Every sentence of Evenfloor's screens. Plain words, reading age 9 to 11; what happened, then what to do.
# Where a sentence names somebody, { $name } is as they wrote it.

app-name = Evenfloor
close = Close
ok = OK
undo = Undo
change = Change
why = why?
try-again = Try again
try-now = Try now
load-again = Load the page again
to-start = To the start page
and-more = and { $n } more
show-fewer = Show fewer

length-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
  }
length-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
  }
length-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
  }{ $minutes ->
    [0] { "" }
    [one] { " " }1 minute
   *[other] { " " }{ $minutes } minutes
  }

## What the group can do, and how people hear each other

purpose-decide = We decide
purpose-decide-means = What this group agrees on will be done.
purpose-advise = We advise
purpose-advise-means = This group says what it thinks; others decide.
purpose-told = We are told
purpose-told-means = It is decided already; people hear it and ask.

setting-one_room = All in one room
setting-one_room-means = Everybody hears everybody.
setting-mixed = Some in a room, some on a call
setting-mixed-means = A screen and a microphone join the two.
setting-call = Everybody on a call
setting-call-means = By video or by phone, each from their own place.

place-in_room = In the room
place-remote = Online
place-phone = On the phone
place-in_room-short = in the room
place-remote-short = online
place-phone-short = on the phone

## The connection

wire-live = Live
wire-connecting = Connecting
wire-reconnecting = Reconnecting
wire-ended = Ended
wire-closed = Closed

## Pages that cannot be shown

page-failed-title = This page could not be loaded
page-failed = The connection may be weak. Check it, then load the page again.
no-page-title = There is no such page
no-page = The link may be old or cut short. Ask your facilitator for a new one, or start here.
first-wait-title = Coming in
first-wait = One moment.
first-lost-title = We can't reach the meeting
first-lost = Your connection may be down, or the server is busy. We keep trying by ourselves.

refused-other = That did not work. Please try again.
refused-server = Something went wrong on the server. Please try again in a moment.
refused-network = We can't reach the server. Check your connection, then try again.
refused-too-often = That was too often in a short time. Wait a minute, then try again.
refused-too-old = The connection came back too late to count that. Please press again.

## Start

start-title = Every voice gets the floor
start-text = A fair order of speakers for your meeting: in a room, on a call, or both.
start-join = Join a meeting
code-question = What is the code?
code-again = Type the code again
code-go = Go on
code-short = A code has 8 letters and numbers, as in RT7K-2M9P.
start-new = Hold a meeting
start-new-text = Make a room, share its code, and see who waits to speak and who has not been heard.
start-new-go = New room
start-practise = Practise first, with people who are not there
start-mine = Your meetings on this device
start-mine-as = as { $name }
no-account = No account. We never record.

## Join

looking-for-room = Looking for the room
code-wrong-title = This code doesn't match a room
code-wrong = Check it, or ask your facilitator for the link.
door-failed-title = We can't get you in just now
join-title = Join { $room }
name-question = What should we call you?
name-empty = Please give a name, so that people know who is here.
place-question = How are you here?
place-empty = Please choose how you are here.
join-go = Join
join-back = This device was here before, as { $name }.
join-as = Go in as { $name }
join-other = I'm somebody else
join-again = Join again

facilitator-title = You facilitate this meeting
facilitator-text = Your link lets you steer it. People see your name.
facilitator-go = Go in
link-empty-title = This link is not whole
link-empty = A facilitator's link has a long secret part at its end. Open the link again from where you keep it.
link-back = Back to the meeting

device-empty-title = This link is not whole
device-empty = Ask your facilitator to show the link for this device again.
device-failed-title = This device can't get in
no-seat-title = This device is not in the meeting
no-seat = Join with the code that your facilitator gave you. Your name brings you back in.
erased-title = You were erased from this meeting
erased = Your name and what you wrote are gone from it. What you said still counts, under a number. You may join again as somebody new.
removed-title = A facilitator took you out of this meeting
removed = If that was a mistake, talk to them: they can let you in again.
revoked-title = This device's link was taken back
revoked = Ask your facilitator for a new link if you still need it.

## New room

new-title = New room
new-text = Three questions, then you can share the code.
new-name = What is the meeting about?
new-name-example = for example: Bus stop redesign
new-name-usual = Meeting on { $date }
new-who = Who is coming?
new-who-join = People join by themselves
new-who-join-means = With a code or a QR picture, on any phone or computer.
new-who-list = I have a list of people without a device
new-who-list-means = You seat them, and raise a hand for them.
new-nobody = Then nobody could come in. Let people join by themselves, or paste a list of names.
new-purpose = What can this group decide?
new-setting = How will you hear each other?
new-secret = Secret for new rooms
new-secret-needed = This server asks for a secret before it makes a room. Whoever runs it knows it.
new-go = Make the room
practise-title = Practise
practise-text = Lead a meeting of simulated people. They talk, raise hands, take their time and answer your private questions. Nothing can go wrong.
practise-room = Practice
practise-size = How many people?
practise-size-4 = Four
practise-size-4-means = Everybody gets a word in. Good for a first look.
practise-size-8 = Eight
practise-size-8-means = Two or three will take most of the talk.
practise-size-12 = Twelve
practise-size-12-means = Without you, most will hardly be heard.
practise-rate = How fast?
practise-rate-1 = As in life
practise-rate-1-means = The first nudge comes after ten minutes or more.
practise-rate-4 = Four times as fast
practise-rate-4-means = An hour in a quarter of an hour. All times on the screens are the meeting's own.
practise-go = Start practising
practise-is = Practice: these people are simulated
roster-label = Names, one a line
roster-example = Amina Yusuf
    Ben Cole (online)
    Chloe Marsh (phone)
roster-count = { $n ->
    [0] Nobody yet. Paste the names as they are; numbers and e-mail addresses are left out.
    [one] 1 person will be seated.
   *[other] { $n } people will be seated.
  }

## The participant's screen

me-as = { $name }, { $place }
about-me = About you
keep-name = Keep this name
take-part = Right now
observer = You are watching. Observers don't speak or raise a hand here.

waiting-title = We haven't started yet
waiting-text = This page opens by itself when your facilitator starts. You can put the phone down.
waiting-here = { $n ->
    [one] Nobody else is here yet.
   *[other] { $n } people are here.
  }

nobody-speaks = Nobody has the floor right now.
nobody-speaks-open = Nobody is speaking right now.
is-speaking = { $n ->
    [one] { $name } is speaking
   *[other] { $name } are speaking
  }
was-speaking = { $name } was speaking

hand = Your hand
hand-raise = Raise my hand
hand-lower = Lower my hand
hand-is-up = Your hand is up
hand-was-up = Your hand was up
hand-ready = I'm ready now
hand-not-yet = Not yet: let others go first
you-are-next = You are next
you-are = You are { $place_kind ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
  }
not-ready = Your place is kept
after = After { $name }.
waiting-count = { $n ->
    [0] Nobody is waiting.
    [one] 1 person is waiting.
   *[other] { $n } people are waiting.
  }
why-fair = Fair order.
why-fair-means = Who has been heard least for their time here goes first. Nobody is passed by more than 3 times.
why-asked_first = Asked first.
why-asked_first-means = Whoever raised a hand first goes first.
why-alternate = Taking turns: room and online.
why-alternate-means = After somebody in the room comes somebody online or on the phone, and so on. Nobody is passed by more than 3 times.
why-alternate-perspective = Taking turns: each kind of experience.
why-alternate-perspective-means = People with another kind of experience beside their name come after each other. Who shows none goes when it is their turn. Nobody is passed by more than 3 times.
why-lot = By lot.
why-lot-means = Chance gave each hand its place. Nobody is passed by more than 3 times.
why-moved = Moved by the facilitator.
why-moved-means = Your facilitator chose this place by hand.
why-not_ready = Not ready yet.
why-not_ready-means = Nobody loses their place. Say when you are ready, and you stand where you stood.
why-unfinished = Was not finished.
why-unfinished-means = Whoever was cut off goes on next.
why-composing = Preparing.
why-composing-means = Take your time. You keep your place, and what it was about.
reason-own-alternate = You stand where room and online meet.
reason-own-alternate-perspective = You stand where kinds of experience take turns.
reason-own-lot = Chance gave you this place.
reason-own-question = Questions go first, because others may wonder too.
reason-own-reply = Direct replies come before new points.
reason-own-unfinished = You were cut off, so you go on next.
reason-own-composing = You are preparing what to say.
reason-own-heard_least = You have been heard less than most.
reason-own-first_time = It is your first time.
reason-own-asked_first = You stand where you asked.
reason-own-overtaken = Nobody is passed by more than 3 times, so you stand here.
reason-own-moved = Your facilitator moved you.
reason-own-not_ready = You are not ready yet.

policy-balanced = in fair order
policy-fifo = who asked first
policy-alternate = room and online in turn
policy-alternate-perspective = each kind of experience in turn
policy-random = by lot
asks-question = Question
asks-reply = Reply
composing = Your place is kept
composing-start = I need time to prepare
composing-end = I'm ready to go on
not-finished = I wasn't finished
queue-closed = The queue is closed just now. You can still ask for help.
pass-on = Pass to the next
help = Something is in my way
process-waits = Your facilitator sees it.
process-over = It's fine now
process-own-cant_hear = I can't hear
process-own-cant_see = I can't see
process-own-what_now = What are we doing now?
process-own-other = Something else
who-next = Next
order-you = You

you-have-the-floor = You have the floor
my-turn-of = of { $length }
my-turn-over = Your time of { $length } is over. Finish your thought.
my-turn-in-between = For one short thing. Then the turn before goes on.
my-turn-no-clock = Take the time that you need.
im-done = I'm done
one-more-minute = 1 more minute
title-floor = You have the floor
title-next = You are next

tap-start = I'm speaking
tap-start-means = Press when you start
tap-stop = I'm done speaking
tap-stop-means = { $clock } so far. Press when you stop.

signals = Say it without the floor
signal-slower = Slow down
signal-dont_follow = I don't follow
signal-minute = I need a minute
signal-minute-one = Tell one person only…
signal-minute-to = I need a minute: tell { $name }
signal-slower-sent = They are told: slower
signal-dont_follow-sent = They are told: say it again
signal-minute-sent = They are told: you need a minute
asked-slower = Someone asks: slower, please.
asked-dont_follow = Someone does not follow. Could you say it another way?
asked-slower-count = { $n ->
    [one] Someone asks: slower, please.
   *[other] { $n } people ask: slower, please.
  }
asked-dont_follow-count = { $n ->
    [one] Someone does not follow.
   *[other] { $n } people do not follow.
  }
asked-minute = { $name } needs a minute.
asked-minute-you = Told to you alone.
signal-seen = Seen

mic-name = Microphone
mic-offer = Let this device notice when I talk
mic-here-instead = Let this device do it instead
mic-ask = May this device notice when you talk?
mic-ask-means = It can tell that someone speaks, not what is said. No sound is kept or sent. Say no and you can still do everything. You can turn it off at any time.
mic-yes = Yes
mic-no = No
mic-near = Is anyone else near this device?
mic-near-means = It would hear them, too, and count their talk as yours.
mic-near-shared = It would hear them, too. In this room each voice counts for the person whose device hears it loudest. For that, your device also sends how loud it was, in rough steps. Nobody sees that.
mic-near-nobody = No, only me
mic-near-others = Yes, others too
mic-opening = Your browser asks for the microphone
mic-on = Mic on, on this device
mic-stop = Turn off
mic-deaf-muted = Your microphone is muted. What you say is not counted by it now.
mic-deaf-asleep = This device fell asleep. What you say is not counted by it now.
mic-off-insecure = This page has no safe connection (https), so your browser gives no microphone. Press "I'm speaking" when you speak, or ask your facilitator.
mic-off-denied = Your browser did not give the microphone. You can allow it beside the address at the top. Until then, press "I'm speaking" when you speak.
mic-off-none = We found no microphone on this device. Press "I'm speaking" when you speak.
mic-off-busy = The microphone did not start. Another program may be using it. Try again, or press "I'm speaking" when you speak.
mic-off-unsupported = This browser can't notice when you talk. Press "I'm speaking" when you speak.
mic-off-unplugged = The microphone was taken away. What you say is not counted by it now.
mic-off-elsewhere = Another device of yours notices when you talk.
mic-off-near = Then leave the microphone off: it would count others as you. Press "I'm speaking" when you speak.
mic-off-ended = The microphone is off. You can turn it on again.
mic-off-tapped = The microphone is off. You press when you speak.

listening-start = I'm listening
listening-title = You are listening
listening-text = OK. We won't ask you to speak. You can join in any time.
listening-end = I'd like to join in again
card-title = How I take part
card-private = Only you see this. It works at once.
card-bring-in = If I have been quiet for long
card-call_on_me = Call on me
card-call_on_me-means = Offer me the floor. I like to be asked aloud.
card-ask_privately = Ask me privately
card-ask_privately-means = A note on this device, nobody else sees it.
card-ill_say = I'll say
card-ill_say-means = You may ask me once in each part, privately.
card-please_dont = Please don't
card-please_dont-means = I am fine listening. Don't ask me today.
card-needs = What I need
card-more_time = More time
card-more_time-means = My turns may be half as long again.
card-no_clock = No clock
card-no_clock-means = My turns have no limit.
card-no_microphone = I sign, type, or am hard for machines to hear
card-no_microphone-means = No microphone counts for me. My turns do, and taps.
card-supporter = Who may act for me
card-nobody = nobody
card-twice = I stand here twice
card-twice-means = You came in on two devices or under two names. Say so on both. Then a facilitator can make you one person.
card-keep = Keep this on my device
card-keep-means = The next meeting here starts with it.

support-nobody = You are here as a supporter. When somebody names you on their card ("How I take part"), you can act for them here.
support-for = You are here for { $name }
support-hand = { $name } wants to speak
support-hand-lower = Take { $name }'s hand down
support-speech = { $name } speaks, through me
support-speech-stop = { $name } has stopped
support-minute = { $name } needs a minute
supporter-of = { $supporter } is here for them
supporter-set = { $supporter } can now act for { $name }.
support-write = Write an idea for { $name }
support-score = Score the ideas for { $name }
support-pick = Choose ideas to talk about for { $name }
support-answer = Send what { $name } answers
support-hard = Say how hard it would be for { $name }
support-sent = It is in, for { $name }. It counts once. You can send it anew until all see the result.
away-start = I'm away for a moment
away-end = I'm back

my-time = My time
my-time-wait = One moment.
my-time-words = { $turns ->
    [0] You haven't spoken yet.
    [one] You have spoken for { $length }, once.
   *[other] You have spoken for { $length }, { $turns } times.
  }
my-time-early = It is too early to compare.
my-time-less = That is less than an even share. There is room for you.
my-time-even = That is about an even share.
my-time-more = That is more than an even share.
my-time-private = Only you see this.

invitation-from = From your facilitator, just for you
invitation-title = Would you like to add something?
invitation-text = You can speak, type, or say nothing. All are fine.
invitation-text-in-group = You can speak, or say nothing. Both are fine.
invitation-speak-next = Speak next
invitation-write = Type
invitation-not-now = Not now
invitation-not-today = Don't ask me today
note-title = A note for you
note-only-you = Only you can see it
note-open = Open
note-read = Thank you
note-dominant_voice = { $tone ->
    [plain] You spoke for { $talk } of the last { $window }. Others may want to speak. You could ask what they think.
    [brief] { $talk } of the last { $window } were yours. Let others in?
   *[warm] You've given us a lot to think about. Others may want to come in. Would you like to ask what they think?
  }
note-long_turn = { $tone ->
    [plain] You have spoken for { $talk }; { $limit } was the time. Please come to an end.
    [brief] { $talk } now. Come to an end?
   *[warm] You've been speaking for { $talk }. Is this a good place to stop, or to say the one thing that matters most?
  }
note-pushing = { $tone ->
    [plain] The talk came to this idea { $times } times, and it is no easier for others to accept. You could ask what they need.
    [brief] { $times } times now, and no easier to accept. See what people need?
   *[warm] This idea has come back { $times } times. Some people still could not live with it. Would you like to see what they need?
  }
note-pushing-needs = What people said they would need
note-pushing-none = Nobody has said what they would need. You could ask one question: “What would make this easier for you?”
note-other = Your facilitator's assistant has a thought for you. Ask your facilitator about it.
note-not-again = Not again today

lost-title = The connection is lost
lost-text = { $seconds ->
    [0] We are trying again.
    [one] We have been trying again for 1 second.
   *[other] We have been trying again for { $seconds } seconds.
  }
lost-hand = { $place ->
    [0] Your hand is kept.
    [1] Your hand is kept: you are next.
   *[other] Your hand is kept: you are { $place_kind ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
      }.
  }
lost-last-known = You see what we last knew, at { $time }.
lost-steer = Go on by voice. What you press is kept and sent when we are back.
lost-floor = Go on speaking. What you press is sent when we are back.
lost-voice = Go on by voice. Your facilitator can put your hand up for you.
kept-sent = Sent when we are back
kept-hand-raise = Raise my hand
kept-hand-lower = Lower my hand
kept-turn-end = I'm done
kept-invitation-answer = Your answer
kept-participant-set_listening = I'm listening

ended-title = The meeting has ended
ended = Thank you for being here.
ended-next = When you meet again in this room, the same code lets you in.
ended-next-go = Join the next meeting
report-read = Read the report

aloud-floor = The floor is { $name }'s.
aloud-place = { $place ->
    [1] It is your turn after this one.
   *[other] Your place in the queue is { $place_kind ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
      }.
  }
aloud-mine = It is your turn to speak.
aloud-note = Something is here for you alone.
aloud-planned = The meeting waits to start.
aloud-open = The meeting is under way.
aloud-ended = The meeting is over.

## How long a turn has run

turn-of = of { $clock }
turn-over = over { $length }
turn-no-clock = no clock
turn-stands-pause = paused
turn-stands-composing = taking time to prepare
turn-stands-break = break

## The facilitators' console

skip-to-floor = To the floor
cancel = Not now
tabs = Parts of this page
tab-floor = Floor
tab-people = People
tab-nudges = Nudges
tab-path = Path
code-is = Code
share-open = QR and links
share-open-short = Links
end-open = End…
running = since { $time }, { $length }
count-none = Nobody is here yet
count-in_room = { $n } in the room
count-remote = { $n } online
count-phone = { $n } on the phone
mode = How the floor is shared
mode-open = Open
mode-queue = Queue
mode-timed = Timed
mode-round = Round
mode-listening = Listening
mode-listening-means = One tells, all listen. Nobody is counted. Afterwards listeners come first.
mode-listening-own = We are listening now. Nothing is counted. You can raise your hand; listeners come first afterwards.
mode-writing = Writing
mode-writing-means = All write in silence. Nobody is counted.
mode-writing-own = We are writing now, each for ourselves. Take your time.
agenda = Agenda
agenda-empty = No agenda yet. Write one, or go without.
agenda-none-on = No item is on
agenda-whole = All items
agenda-write = Write…
agenda-write-title = Write the agenda
agenda-template = Start from
agenda-template-none = What is here
agenda-lines = One item a line
agenda-lines-how = Minutes, then what it is about: 10 Welcome. You can add how it goes in brackets, and who leads it: 20 Ideas (round) / Amina.
agenda-save = Keep
agenda-of = { $used }, { $n } spoke
agenda-of-planned = { $used } of { $planned } planned, { $n } spoke
agenda-of-left = not reached
template-workshop = Co-design workshop
template-workshop-lines = 10 Welcome, and what can change
    20 What happened to us (round)
    25 What do we need? (queue)
    10 Ideas, each alone (writing)
    30 Ideas together (queue)
    10 What happens next (open)
template-standup = Stand-up
template-standup-lines = 10 What is in the way? (round)
    5 Who helps whom (open)
template-community = Community meeting
template-community-lines = 5 Welcome, and what can change
    10 What it is about (listening)
    15 Questions (queue)
    25 What do you think? (timed)
    5 What happens next (open)
template-consent = Decision by consent
template-consent-lines = 5 The proposal (listening)
    10 Questions (queue)
    15 First thoughts (round)
    15 Worries, and how to meet them (queue)
    5 What we decided (open)
template-retro = Looking back
template-retro-lines = 5 Alone: what went well, what did not (writing)
    15 What we saw (round)
    20 Why, and what to try (queue)
    5 What we try next (open)
item-of = { $n } of { $of }
item-next = Next item
item-first = Start the agenda
item-last = The agenda is done
item-extend = 5 more minutes
item-up = Earlier
item-up-of = Earlier: { $title }
item-skip = Leave out
item-skip-end = Take in
item-skip-of = Leave out or take in: { $title }
item-go = Go there
item-go-of = Go to: { $title }
item-on = now
item-done = done
item-skipped = left out
item-to-come = to come
ready-count = { $n } ready to move on
ready-share = When to move on
ready-share-never = I say when
ready-share-at = by itself at { $percent } in 100
ready-own = Ready to move on
brief = What is fixed and what can change
brief-fixed = Fixed already:
brief-can-change = Can change:
brief-fixed-label = What is fixed already?
brief-fixed-how = One a line. Say who fixed it after a slash: £40,000 / the council
brief-can-change-label = What can still change? One a line.
break = Break
break-start = Break
break-until = Until { $time }
break-since = Since { $time }
break-own = We go on together. Your facilitator says when.
break-means = Nobody is counted, and everything waits as it was.
break-end = End the break
round-left = { $n } of { $of } to come
round-own = { $place ->
    [1] You are next in the round.
   *[other] You are { $place_kind ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
      } in the round.
  }
round-had = You had your turn in this round.
round-own-means = Everyone is asked once. To pass is fine.
round-pass = Pass
round-later = Come back to me
round-by-seat = everyone once, by seat
round-by-lot = everyone once, by lot
on-the-floor = On the floor
override = given by hand
open-floor = Open floor
thank-next = Thank { $name }, next is { $next }
thank = Thank { $name }
put-back = Put back
turn-pause = Pause
turn-go-on = Go on
turn-more = More…
no-clock = No clock
in-between = In between
interrupt-open = Let someone in…
interrupt-title = Let someone in for a moment
interrupt-means = They have half a minute. Then the turn that is on goes on, with all its time. It stands in the report.
interrupt-why = What for?
interrupt-nobody = Nobody has a turn that could wait.
interruption-clarify = to make clear
interruption-correct = to put right
interruption-urgent = it can't wait
floor-gap = A moment to think
floor-gap-means = Hands that go up now count as raised together.
gap = Time to think after a turn
gap-each = { $n } s to think
gap-none = No gap
queue-close = Close the queue
queue-open = Open the queue
process-answered = Answered
process-cant_hear = can't hear
process-cant_see = can't see
process-what_now = asks what we are doing now
process-other = needs help
floor-free = The floor is free
floor-free-nobody = Nobody has the floor
floor-free-none-ready = Nobody who waits is ready
floor-free-nobody-means = When somebody raises a hand, you can give them the floor here. You can also raise a hand for them.
give-floor-to = Give the floor to { $name }
nobody-speaks-title = Nobody is speaking
tap-who-speaks = Tap who speaks, or press their number. Tap again when they stop.
counted-by-turns = Counted by turns
counted-by-taps = Counted by taps
count-turns = count turns instead
we-can-hear = We can hear { $n } of { $of }
who-not = who not?
not-heard = Not heard: { $names }. Tap when they speak, or use turns: then everybody counts.
use-turns = Use turns instead

queue = Queue
queue-empty = Nobody is waiting. People raise a hand on their phone; you can raise one for anybody.
hand-for = Hand for someone
hand-for-short = Hand for…
policy = Order
policy-balanced-name = Fair order
policy-fifo-name = Who asked first
policy-alternate-name = Room and online in turn
policy-alternate-perspective-name = Experience in turn
policy-random-name = By lot
limit = Time for a turn
limit-each = { $length } each
limit-none = No clock
more-about = More for { $name }
reason-heard_least = Heard least so far
reason-first_time = First time
reason-asked_first = Asked first
reason-overtaken = { $n ->
    [0] After 3 others at most
    [one] Waited while 1 other went first
   *[other] Waited while { $n } others went first
  }
reason-alternate = Room and online in turn
reason-alternate-perspective = Kinds of experience in turn
reason-lot = By lot
reason-question = Question
reason-reply = Reply
reason-unfinished = Was cut off
reason-composing = Preparing, keeps the place
reason-moved = Moved by hand
reason-not_ready = Not ready yet, keeps the place
reason-for-them = , hand raised for them

panels = Panels
panel-people = People
panel-people-line = { $listening ->
    [0] { $n } here
   *[other] { $n } here, { $listening } listening
  }
panel-lanes = Last 10 minutes
panel-lanes-line = Who spoke when
panel-nudges = Nudges
panel-nudges-line = { $n ->
    [0] { $earlier ->
        [0] None so far
       *[other] Nothing new, { $earlier } earlier
      }
   *[other] { $earlier ->
        [0] { $n } new
       *[other] { $n } new, { $earlier } earlier
      }
  }
panel-close = Close
calm = You see the calm view. Open a panel and it stays open until you close it.
keys-open = All keys
keys-title = Keys
key-tap = the person with this number speaks, or stops
key-N = next speaker
key-S = somebody asks: slower
key-X = somebody does not follow
key-H = hand for someone
key-P = the clock of the turn stands, or goes on
key-R = go round everyone
key-U = undo my last action
key-C = cover names and nudges
key-all = all keys
key-Esc = close what is open

seat-order = in seat order
heard-less = heard less
heard-more = heard more
ten-min-ago = 10 min ago
lanes-start = start
now = now
span = Which time
span-session = Meeting
span-window = 10 min
voices = Spread over { $n } of { $of } voices
voices-early = Too early to compare
counted-apart = counted apart
not-measured = not measured
share-early = Too early to compare.
share-aloud = Part of an even share:
lane-aloud = { $n ->
    [0] { $name } has not spoken in the last 10 minutes
    [one] { $name } spoke once in the last 10 minutes
   *[other] { $name } spoke { $n } times in the last 10 minutes
  }
state-speaking = speaking
state-gone = not here
state-away = away
state-listening = listening
state-facilitator = facilitator
state-supporter = supporter
state-observer = observer
people-nobody = Nobody else is here yet. Share the code, or seat people yourself.
seat-open = Person
removed-people = Taken out of this meeting
kept-out = and kept out
let-in = Let in again

give-floor-now = Give the floor now
speaks-start = Is speaking now
speaks-stop = Has stopped speaking
raise-their-hand = Raise their hand
lower-their-hand = Lower their hand
skip = Not ready: keep their place
skip-end = Ready now
move-first = Put first
move-up = Move up
move-down = Move down
correct-open = That was not { $name }
name-of = Name
rename = Rename
place-of = How are they here?
part-of = How they take part
presence-gone = Has gone
presence-here = Is here
listening-on = Is listening
listening-off = Joins in again
away-on = Is away
away-off = Is back
nudged-off = Don't nudge about them
nudged-on = Nudge about them again
role-facilitator = Make co-facilitator
role-participant = Make participant
role-observer = Make observer
role-supporter = Make supporter
same-open = Stands here twice…
same-title = { $name } stands here twice?
same-who = Who is { $name }, too?
same-choose = Choose a name
same-text = They become one person, called { $name }. What either said, asked, wrote or answered is kept and counts once. Where both answered, the answer of { $name } counts. Every link and phone of theirs goes on working. Two who each came in on a device of their own say so there first: under “How I take part”, or, if they facilitate, at their own name among the people.
same-for-good = This cannot be taken back.
same-nobody = Nobody else here has the same part. Give both the same part first, then come back.
same-go = They are one person
remove-open = Take out…
remove-title = Take { $name } out?
remove-text-seated = What was counted so far stays. You can let them in again.
remove-text = Their screen says that a facilitator took them out. What was counted so far stays. You can let them in again.
remove-go = Take out: they may come back
remove-seated-go = Take them out
remove-keep-out = Take out and keep out
erase-open = Erase what is known of them…
erase-title = Erase { $name }?
erase-text = Do this if they asked for it. Their name and all that they wrote go, and they leave the meeting. What they said still counts, under a number. It cannot be taken back.
erase-go = Erase
erase-done = Erased
erase-receipt = Their name and their words are gone from this meeting. Copies that left it are not: backups made before, downloads, prints.
erase-found = Others wrote these words, and the name stands in them:
erase-words = Erase these words
my-data = What this meeting keeps of me
my-data-take = Take it with me, as a file
erase-me = Erase what you know of me…
erase-me-text = Your name and all that you wrote go, and you leave the meeting. What you said still counts, under a number. It cannot be taken back. If others wrote your name, ask your facilitator.
erase-me-go = Erase me
correct-title = That was not { $name }
correct-nothing = { $name } was not heard in the last 10 minutes.
correct-which = Which time?
correct-stretch = { $ago } ago, for { $length }
correct-instead = Who was it?
correct-nobody = Nobody
correct-go = Correct it

hand-for-title = Hand for someone
hand-for-find = Find a name
hand-for-nobody = Nobody of that name is here without a hand up.
seat-title = Seat people
seat-text = For people without a device. You raise a hand for them, and tap when they speak.
seat-go = { $n ->
    [0] Seat them
    [one] Seat 1 person
   *[other] Seat { $n } people
  }
seated = { $n ->
    [one] 1 person is seated.
   *[other] { $n } people are seated.
  }

sheet-title = A sheet for the table
sheet-means = The code, everybody's number, and cards to hold up.
sheet-open = See and print it
sheet-print = Print
sheet-close = Back to the meeting
sheet-join = Scan the picture, or type the code. You need no account.
sheet-people = Who is who
sheet-people-means = The number of a person is the key that shows that they speak. Write in who comes later.
sheet-cards = Cards to hold up
sheet-cards-means = For people without a device. Cut along the lines.
sheet-card-hand = I want to speak
sheet-card-slower = Slow down
sheet-card-dont_follow = I don't follow
sheet-card-minute = I need a minute
sheet-card-listening = I'm listening
sheet-card-done = I'm done

share-title = Let people in
invite-scan = Scan, or type this code
qr-alt = QR picture that leads to this meeting
qr-device-alt = QR picture of this device's link
copy-link = Copy the link
copied = Copied.
copy-by-hand = This browser does not let us copy. Mark the link and copy it by hand.
open-here = Open here
devices = Devices in this meeting
device-screen = Shared screen
device-screen-means = For a projector: who speaks, who is next. It shows no figures of anybody.
device-screen-add = Make a link for a screen
device-tap = Helper's phone
device-tap-means = One job: tap who speaks. It shows names and nothing private.
device-tap-add = Make a link for a helper
device-hands = Helper's phone for hands
device-hands-means = One job: raise hands for people who have no device.
device-hands-add = Make a link for hands
device-notes = Helper's phone for notes
device-notes-means = One job: write down what is said. Everybody reads along.
device-notes-add = Make a link for notes
device-connected = connected
device-away = not connected
device-revoke = Take back
device-revoke-which = Take back: { $what }

start-card-title = Ready to start?
start-card-text = People who come in now wait on their own page. It opens by itself when you start.
start-card-here = { $n ->
    [one] Only you so far.
   *[other] { $n } people are here.
  }
start-card-go = Start the meeting
start-card-screen = Add a screen
end-title = End the meeting for everybody?
end-text = Turns and hands end, and everybody can read the report. You can go on with it later if you need to.
end-check = The check that is open closes with it, and everybody sees what came of it.
end-go = End the meeting
end-lead = Do only you have to go? Then the group can lead itself. You can take over again at any time.
ended-card-text = Everybody can read the report. If you ended too soon, go on from here.
reopen = Go on with the meeting
sitting-next-title = Meeting again?
sitting-next-text = The next meeting in this room begins anew. Its code stays the same.
sitting-next-go = Next meeting in this room
keeping-title = How long this is kept
keeping-always = It is kept until somebody deletes it.
keeping-until = It is deleted by itself on { $date }.
keeping-change = Change how long
keep-title = How long does this room keep its meetings?
keep-text = It counts from the end of each meeting. Nothing goes in the first 7 days after you choose, so tell people now: who wants the report takes a copy. Copies that somebody has taken stay.
keep-days = { $days } days
keep-always = Until somebody deletes them
delete-open = Delete…
delete-title = Delete for good?
delete-text = Everything goes for everybody: who was here, what was counted, what people wrote, and the report. It cannot be taken back. Copies that somebody has taken stay.
delete-code = Type the code { $code } to show that you mean it
delete-meeting = Delete this meeting
delete-room = Delete the room with all its meetings
deleted-title = This meeting was deleted
deleted = Nothing of it is kept here any more.
covered = Names, figures and nudges are covered.
uncover = Show them again

undo-what = Undo: { $what }
undo-other = my last action
undo-seat-moved = moved a seat
undo-mode-set = changed the mode
undo-round-started = began a round
undo-round-ended = ended the round
undo-round-passed = passed in the round
undo-item-started = went to another item
undo-item-ended = ended an item
undo-item-moved = moved an item
undo-item-skipped = left an item out, or in
undo-item-extended = more time for an item
undo-agenda-set = wrote the agenda
undo-break-started = began a break
undo-break-ended = ended the break
undo-policy-set = changed the order of the queue
undo-limit-set = changed the time for a turn
undo-gap-set = changed the gap after turns
undo-turn-started = gave the floor
undo-turn-ended = ended a turn
undo-hand-lowered = lowered a hand
undo-hand-ready_set = changed who is ready
undo-participant-renamed = changed a name
undo-participant-removed = took somebody out
undo-speech-corrected = corrected who spoke
undo-nudge-acted = acted on a nudge
undo-nudge-dismissed = left a nudge
undo-nudges-muted = no more of a kind of nudge

## Where everybody stands, and what is hard to live with

path-check = Check
path-hard = What's hard
check-open = We ask everybody
check-result = What came of it
check-line = Where does everybody stand?
check-named = Your answer will be shown with your name.
check-unnamed = Your answer is shown without your name.
check-by-name = Show answers by name
check-by-name-means = Without names people say more freely. With fewer than 3 answers nothing is shown then.
check-by-name-consent = Needed if people should say themselves when their objection is met.
check-without-names = without names
check-not-asked = Participants are asked. You will see the result.
checks-have = { $n ->
    [0] Not asked yet
    [one] 1 result
   *[other] { $n } results
  }
checks-earlier = { $n ->
    [one] 1 earlier check
   *[other] { $n } earlier checks
  }

check-temperature = Temperature
check-temperature-means = Good, so-so or not good. Quick, and it decides nothing.
check-fist = Fist to five
check-fist-means = 0 to 5 fingers. It is agreed when everybody shows 3 or more.
check-gradients = Eight steps
check-gradients-means = From “I'm fully behind it” to “I block it”. Shows what a yes or no hides.
check-consent = Consent
check-consent-means = Not who is for it, but whether anybody has a reason against it.
check-score = A score
check-score-means = One question, 1 to 5.
check-ranked = Put in order
check-ranked-means = Everybody puts the options in order. The order that beats all others pair by pair stands first.

check-asks = What do you ask?
check-asks-example = Shall we try the evening bus for three months?
check-how = How?
check-options = Options, one a line (2 to 10)
check-quorum = How many have to answer? (0: any number)
check-threshold = How many percent have to support it? (0: not said)
check-fixed = What you say here can't be changed until it closes. People see how many have answered, and nothing else.
check-go = Ask everybody
check-another = Ask something else
quorum-is = { $n } have to answer
threshold-is = { $percent } % have to support it

temperature-asks = How is this going for you?
temperature-quick = Take the temperature
temperature-says = { $up } say good, { $level } so-so, { $down } not good.

step-temperature-2 = Good
step-temperature-1 = So-so
step-temperature-0 = Not good
step-fist-5 = I'll help to make it happen
step-fist-4 = A good idea
step-fist-3 = I can live with it
step-fist-2 = Something has to be settled first
step-fist-1 = I have big concerns
step-fist-0 = No, this must stop
step-gradients-1 = I'm fully behind it
step-gradients-2 = Yes, with one small point
step-gradients-3 = I support it, with reservations
step-gradients-4 = It makes no difference to me
step-gradients-5 = We need to talk more first
step-gradients-6 = I don't like it, and won't stand in the way
step-gradients-7 = I strongly disagree. Don't count on me
step-gradients-8 = I block it
step-consent-1 = Nothing stops me
step-consent-worry = I have a worry, and it can go ahead
step-consent-0 = This must not go ahead yet
step-score-5 = Very good
step-score-4 = Good
step-score-3 = In between
step-score-2 = Poor
step-score-1 = Very poor

ballot-send = Send my answer
ballot-next = Next
ballot-back = Back, without an answer
ballot-needs = What would you need to come along? (You can skip this.)
ballot-harm = What harm could it do, or why would it not work for you?
ballot-worry = What is your worry?
ballot-rank = Give each option a place. Two options may share one.
place-none = no place
place-nth = { $place_kind ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
  }
place-tied = A tie: they share this place.
answer-is-in = Your answer is in:
answers-are-in = Your answers are in.
answer-in-means = You'll see everyone's together when it closes, so nobody is swayed. You can change yours until then.
answer-change = Change my answer

asked-of = { $n } of { $of } have answered
asked-hidden = Nobody sees what, you neither.
close-now = Close and show the result
close-early = { $n ->
    [one] Close early: 1 has not answered
   *[other] Close early: { $n } have not answered
  }
by-hand = { $n ->
    [one] { $names } has no device here: hand them this one.
   *[other] { $names } have no device here: hand them this one.
  }
by-hand-paper = { $n ->
    [one] { $names } has no device here: hand them this one, or count on paper.
   *[other] { $names } have no device here: hand them this one, or count on paper.
  }
hand-round = Hand this device round

round-who = Who are you?
round-who-means = Take the device, press your name, and answer alone. Then hand it on.
round-alone = Nobody else should look now. Your answer is not kept on this device.
round-thanks = Thank you
round-next = Your answer is in, and gone from this device. Hand it to the next person.
round-nobody = Nobody who is here without a device is asked.
round-end = Everybody has had it
round-leave = Give the device back to the facilitator
round-leave-means = The next press opens the facilitator's page.
round-back = I am the facilitator
round-stay = Go on handing it round
round-over = This question is closed

paper-open = { $n ->
    [0] Count answers on paper
   *[other] Count paper again ({ $n } counted)
  }
paper-title = Answers on paper
paper-means = How many gave each answer? Three people or more, so that nobody's answer is known.
paper-consent = An objection has a reason: hand its owner this device instead.
paper-orders-mean = How many papers bear the same order? Type each order once. Three papers or more, so that nobody's answer is known.
paper-orders-count = How many papers bear this order?
paper-orders-add = Add this order
paper-orders-take = Take out
paper-orders-take-which = Take out: { $words }
paper-again = A new count takes the place of the { $n } counted before.
paper-total = { $n ->
    [one] 1 answer
   *[other] { $n } answers
  }
paper-few = Count three or more together.
paper-go = Add these answers
paper-closed = This question is closed.

result-too-few = Fewer than three have answered: too few to show without showing whose it is.
result-read = OK, I've seen it
results-all = { $n ->
    [one] 1 result so far
   *[other] { $n } results so far
  }
counted = { $answered } of { $asked } answered.
counted-early = Closed early: { $answered } of { $asked } had answered.
counted-paper = { $n } on paper.
counted-left-out = { $n ->
    [one] Not asked: 1 person who facilitates, supports somebody or watches.
   *[other] Not asked: { $n } people who facilitate, support somebody or watch.
  }
quorum-reached = { $quorum } had to answer, and did.
quorum-missed = { $quorum } had to answer: too few did.
threshold-reached = { $support } of { $answered } support it ({ $percent } %); { $threshold } % had to.
threshold-missed = Only { $support } of { $answered } support it ({ $percent } %); { $threshold } % had to.
outcome-fist-consensus = Everybody can live with it, and at least half think it is good.
outcome-fist-weak = Everybody can live with it, but fewer than half think it is good.
outcome-fist-concerns = Somebody can't live with it yet. Ask what would have to change, then ask again.
outcome-fist-unanswered = Nobody has answered.
outcome-gradients-blocked = Blocked: somebody says no. Ask what they would need.
outcome-gradients-contested = Contested: somebody strongly disagrees. Ask what they would need.
outcome-gradients-not_ready = Not ready: at least one in five need to talk more first.
outcome-gradients-enthusiastic = Strong support: at least two in three are behind it, and nobody strongly disagrees.
outcome-gradients-lukewarm = Lukewarm: most stand in the middle. Nobody stops it, and that is not the same as agreement.
outcome-gradients-mixed = Mixed: there is some of everything.
outcome-gradients-unanswered = Nobody has answered.
outcome-consent-consent = Consent: nobody has a reason against it that is still open.
outcome-consent-objections_open = Not yet: there is a reason against it that is not settled.
outcome-consent-overruled = It goes ahead by the rule that was said before. Not everybody's objection was met.
outcome-consent-unanswered = Too few have answered to call it consent. Silence is not a yes.
outcome-score-agreed = Most find it good, and hardly anybody finds it poor.
outcome-score-divided = Divided: some find it good, some find it poor.
outcome-score-mixed = Mixed: there is no clear answer.
outcome-score-unanswered = Nobody has answered.
ranked-first = { $names } stands first.
ranked-tie = A tie for the first place: { $names }.
ranked-none = Nobody has answered.
ranked-how = How this was counted
ranked-method = Options are compared two by two: how many put one before the other? The order that these contests lead to is worked out by the method of Schulze. Whoever beats every other stands first, and a new option that is much like another one changes nothing. Equal is called a tie, and no lot is drawn.
ranked-beats = { $n } put “{ $one }” before “{ $other }”.

objections = Objections
objection-open = still open
objection-integrated = met, says who raised it
objection-withdrawn = taken back
objection-overruled = overruled
objection-rule = By this rule: { $rule }
objection-needs = What would have to change: { $needs }
objection-mine = Your objection is still open
objection-mine-means = Only you can say that it is met, also where somebody wrote it down for you.
objection-met = It is met
objection-withdraw = I take it back
overrule-open = Overrule: { $reason }
overrule-rule = By which rule, said before? (It stands in the record beside the objection.)
overrule = Overrule the objection
check-needs = What people would need
check-worries = What people worry about

hard-open = What would be hard for you?
hard-result = What is hard to live with
hard-question = How hard would this be to live with?
object-question = Is there a reason this could do harm, or would not work for you?
object-no = No, nothing stops me
object-yes = Yes, there is a reason against it
object-unnamed = Your answer is shown without your name.
object-single = With one option alone, everybody is asked whether there is a reason against it, and what they would need.
object-says = { $n ->
    [0] Nobody of { $of } has a reason against it.
    [one] 1 of { $of } has a reason against it.
   *[other] { $n } of { $of } have a reason against it.
  }
hard-unnamed = Answer for each option. It is shown without your name.
hard-of = { $n } of { $of }
hard-before = The one before
level-none = { $level }: no trouble
level-some = { $level }
level-most = { $level }: I can't live with it
option-leave = Leave things as they are
option-gone = An option that is not shown any more
option-too-few = { $n } answered: too few to show.
hard-limit = (the limit)
hard-key = How many gave each step, from 0 (no trouble) to 10 (I can't live with it). Nothing should ask more of people than leaving things as they are.
hard-level = { $n } gave { $step }
hard-total = { $percent } of 100 for ease.
hard-gain = { $gain } more than leaving things as they are.
hard-gain-none = No easier than leaving things as they are ({ $gain }).
hard-needs-answer = { $n ->
    [one] 1 person finds it nearly impossible: they need an answer.
   *[other] { $n } people find it nearly impossible: they need an answer.
  }
hard-first = { $n ->
    [one] { $names } is easiest to live with.
   *[other] { $names } are equally easy to live with.
  }
hard-leave-first = Leaving things as they are is easiest to live with.
hard-over = { $n ->
    [one] { $names } is no easier than leaving things as they are: choosing it needs a written reason.
   *[other] { $names } are no easier than leaving things as they are: choosing one needs a written reason.
  }
hard-have = { $n ->
    [0] Not asked yet
    [one] Asked once
   *[other] Asked { $n } times
  }
hard-earlier = { $n ->
    [one] 1 time before
   *[other] { $n } times before
  }
hard-means = Everybody says how hard each option would be to live with, and what they would need to come along. It finds what nobody has to suffer from.
hard-ideas = Which ideas?
hard-typed = Options, one a line
hard-typed-more = Other options, one a line
hard-leave-always = “Leave things as they are” is always among them.

needs-of-hard = What people would need
needs-unanswered = { $n ->
    [0] all have an answer
    [one] 1 has no answer yet
   *[other] { $n } have no answer yet
  }
need-mine = What you said you need
need-of = “{ $need }”, about: { $option }
need-heard = We understood:
need-heard-right = Yes, that's it
need-heard-wrong = No, not quite
need-answer = Our answer:
need-met-say = That meets what I need
need-met = met, says who needs it
need-said = Said back: “{ $heard }”. Its owner has not said yet whether that is it.
need-said-right = Understood, says who needs it: “{ $heard }”
need-answered = Answer: { $answer }
owner-by-hand = Its owner has no device
owner-who = Who says so?
owner-nobody = Choose a name
need-waits = Only who needs it can say that it is met.
need-say-back = Say back what you understood
need-say-back-go = Say back
need-answer-label = What can be done about it? (“We don't know yet” is an answer.)
need-answer-go = Answer
need-answer-open = Say back or answer
need-answer-again = Answer anew

screen-answer-how = Answer on your phone, on paper, or on the device that comes round.
aloud-check = You are asked: { $asks }
aloud-hard = You are asked: how hard would this be to live with?
aloud-result = { $n ->
    [one] There is a result.
   *[other] There is a result, number { $n }.
  }

## Nudges, to facilitators

nudge-see = See what could help
leave-it = Leave it
nudges-new = { $n ->
    [0] nothing new
   *[other] { $n } new
  }
nudges-earlier = { $n } earlier
nudges-none = Nothing needs you now. When a voice goes quiet or one takes over, it stands here.
hush = No nudges for 20 minutes
hushed = No nudges until { $time }
hush-end = Nudge again
hush-item = No nudges until the next item
hushed-item = No nudges until the next item begins
nudge-later = In 10 minutes
nudge-mute = Not this kind today
nudging-open = Set nudges
nudging-title = Nudges in this meeting
nudging-means = What you change here holds for this meeting, for all who facilitate. Most useful kinds stand first; when several could be shown, the first is.
nudging-tone = How they are worded
tone-warm = Warmly
tone-plain = Soberly
tone-brief = As short as can be
nudging-private = Only ever told to the person themselves.
nudging-all = For all kinds
nudging-usual = usually { $usual }
kind-quiet_voice = Somebody has been quiet for long
kind-dominant_voice = One voice takes over
kind-group_unheard = A group is hardly heard
kind-hand_waiting = A hand has been up for long
kind-break_due = A break is due
kind-agenda_over = An item is over its time
kind-pushing = An idea comes back again and again
kind-early_agreement = People are asked to agree early
kind-divergence = Kinds of experience see an idea differently
kind-idea_unheard = An idea goes unheard
kind-long_turn = A long turn
kind-interrupted = Somebody is cut off again and again
kind-chair_talk = Facilitators talk a lot
kind-dead_air = Nobody speaks
unit-minutes = minutes
unit-seconds = seconds
unit-percent = in 100
unit-times = times
setting-quiet_least_ms = Quiet for at least
setting-quiet_each_ms = And for each person here
setting-quiet_most_ms = But for no longer than
setting-quiet_ratio = With less than so much of an even share
setting-dominant_talk_ms = Talk of at least
setting-dominant_two = Of two people's talk, over
setting-dominant_three = Of three people's talk, over
setting-dominant_least = Among more, never under
setting-long_turn_ms = Where anyone may speak, after
setting-waiting_open_ms = Where anyone may speak, after
setting-waiting_queue_ms = In a queue, after
setting-cut_off_times = In 10 minutes
setting-group_ratio = Under so much of an even share
setting-dead_air_ms = After
setting-pushing_times = From this time on
setting-item_grace_ms = Over by
setting-chair_share = Over so much of all talk
setting-break_ms = After
setting-break_supported_ms = With an interpreter or supporter, after
setting-facilitators_an_hour = In an hour, at most
setting-apart_ms = Apart, at least
nudge-quiet_voice = { $tone ->
    [brief] { $name }: quiet for { $quiet }.
   *[warm] { $name } hasn't spoken for { $quiet }.
  }
nudge-quiet_voice-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] That may be fine.
  }
nudge-quiet_voice-fine = { $tone ->
    [plain] You could ask them privately.
    [brief] Ask privately?
   *[warm] That may be fine. Would you like to ask them privately?
  }
nudge-quiet_voice-ask = { $tone ->
    [plain] You could ask them.
    [brief] Ask them?
   *[warm] That may be fine. Would you like to ask them?
  }
nudge-quiet_voice-short = { $part } since they joined.
nudge-quiet_voice-why = You see this because { $name } has been quiet for { $quiet } (we wait for { $asked } with { $people } people) and has had { $ratio } of an even share. They spoke for { $talk } in all.
nudge-dominant_voice = { $tone ->
    [brief] { $name }: { $talk } of the last { $window }.
   *[warm] { $name } has spoken for { $talk } of the last { $window }.
  }
nudge-dominant_voice-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] Others may want to come in.
  }
nudge-dominant_voice-ask = { $tone ->
    [plain] They were told privately. You could ask others.
    [brief] They know. Bring others in?
   *[warm] They were told privately. Would you like to bring others in?
  }
nudge-dominant_voice-short = That is { $percent } in 100 of the talk.
nudge-dominant_voice-why = You see this because { $name } had { $percent } in 100 of the talk (with { $people } people we speak up from { $fair } on), and others wait or were hardly heard. It has held for 2 minutes since { $name } was told.
nudge-hand_waiting = { $tone ->
    [plain] { $name } has had a hand up for { $waited }.
    [brief] { $name }: hand up for { $waited }.
   *[warm] { $name } has been waiting to speak for { $waited }.
  }
nudge-hand_waiting-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] They may like to come in.
  }
nudge-hand_waiting-ask = { $tone ->
    [plain] You could give them the floor.
    [brief] Give the floor?
   *[warm] Would you like to give them the floor?
  }
nudge-hand_waiting-short = { $waiting ->
    [one] Nobody else waits.
   *[other] { $waiting } people wait in all.
  }
nudge-hand_waiting-why = You see this because { $name } raised a hand { $waited } ago. Here we speak up after { $limit }, and of the one who waits longest.
nudge-interrupted = { $tone ->
    [plain] { $name } was cut off { $times } times in { $window }.
    [brief] { $name }: cut off { $times } times.
   *[warm] { $name } has not been able to finish: cut off { $times } times in { $window }.
  }
nudge-interrupted-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] They may have more to say.
  }
nudge-interrupted-ask = { $tone ->
    [plain] You could give them the floor back.
    [brief] Give the floor back?
   *[warm] Would you like to give them the floor back?
  }
nudge-interrupted-short = { $by ->
    [one] By one other person.
   *[other] By { $by } others.
  }
nudge-interrupted-why = You see this because { $times } times somebody began while { $name } was speaking (3 seconds in, at least), { $name } stopped within a second, the other went on for 3 seconds, and { $name } said nothing for 5. We speak up from { $least } times in { $window } on. Overlap alone is not counted.
nudge-group_unheard = { $tone ->
    [brief] { $group }: hardly heard.
   *[warm] { $group } have hardly been heard in the last 10 minutes.
  }
nudge-group_unheard-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] It may be harder to come in from there.
  }
nudge-group_unheard-ask = { $tone ->
    [plain] You could go round everyone.
    [brief] Go round?
   *[warm] It may be harder to come in from there. Would you like to go round everyone?
  }
nudge-group_unheard-short = { $said } in 100 of the talk; { $even } would be even.
nudge-group_unheard-why = You see this because { $group } had { $said } in 100 of the talk, where { $even } would be an even share. Groups of fewer than 3 people are never looked at.
group-place-in_room = The people in the room
group-place-remote = The people online
group-place-phone = The people on the phone
group-perspective = Those who bring “{ $label }”
nudge-early_agreement = { $tone ->
    [brief] Asked to agree, and something is open.
   *[warm] People are asked to agree, and something that was said has no answer yet.
  }
nudge-early_agreement-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] It can still be answered.
  }
nudge-early_agreement-ask = { $tone ->
    [plain] You could go round everyone before you close.
    [brief] Go round?
   *[warm] Would you like to go round everyone before you close?
  }
nudge-early_agreement-short = { $objections ->
    [0] { "" }
    [one] 1 objection is open.{ " " }
   *[other] { $objections } objections are open.{ " " }
  }{ $needs ->
    [0] { "" }
    [one] 1 need has no answer.{ " " }
   *[other] { $needs } needs have no answer.{ " " }
  }{ $groups ->
    [0] { "" }
    [one] 1 group is hardly heard.
   *[other] { $groups } groups are hardly heard.
  }
nudge-early_agreement-why = You see this because a decision is written down and everybody is asked about it, while an objection or a need about what is chosen has no answer, or a group has hardly been heard.
nudge-divergence = { $tone ->
    [brief] Seen differently: { $idea }
   *[warm] Kinds of experience see this idea differently: { $idea }
  }
nudge-divergence-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] There is something to learn here.
  }
nudge-divergence-ask = { $tone ->
    [plain] You could ask each: what do you see that the others may not?
    [brief] Ask each what they see?
   *[warm] Would you like to ask each: what do you see that the others may not?
  }
nudge-divergence-short = { $question } “{ $higher }” say more yes than “{ $lower }”.
nudge-divergence-why = You see this because five people or more of each scored it, and what they gave lies { $apart } steps of 5 apart, more than chance would explain. It stands in everybody’s results.
nudge-idea_unheard = { $tone ->
    [brief] Unheard: { $idea }
   *[warm] This idea went unheard: { $idea }
  }
nudge-idea_unheard-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] It may only have stood last.
  }
nudge-idea_unheard-ask = { $tone ->
    [plain] You could put it before everybody.
    [brief] Put it up?
   *[warm] Would you like to put it before everybody?
  }
nudge-idea_unheard-short = { $scorers ->
    [0] Nobody talked or remarked on it.
   *[other] { $scored } of { $scorers } who scored said anything of it.
  }
nudge-idea_unheard-why = { $scorers ->
    [0] You see this because the item ended, others were talked about ({ $others } of them), and this one never was.
   *[other] You see this because scoring closed, most people scored another idea, and fewer than a quarter this one.
  }
nudge-dead_air = { $tone ->
    [plain] Nobody has spoken for { $silence }.
    [brief] Silence for { $silence }.
   *[warm] It has been quiet for { $silence }. People may be thinking.
  }
nudge-dead_air-calm = { "" }
nudge-dead_air-ask = { $tone ->
    [plain] You could go round everyone, or go on.
    [brief] Go round?
   *[warm] Would you like to go round everyone?
  }
nudge-dead_air-short = We ask once for each silence.
nudge-dead_air-why = You see this because anyone may speak now and nobody has for { $silence }. We speak up after { $limit }, and not while somebody prepares what to say.
nudge-agenda_over = { $tone ->
    [brief] “{ $title }”: time is up.
   *[warm] “{ $title }” is past its time.
  }
nudge-agenda_over-calm = { "" }
nudge-agenda_over-ask = { $tone ->
    [plain] You could move on, or take 5 more minutes.
    [brief] Move on?
   *[warm] Is the group ready to move on, or does it need a little more time?
  }
nudge-agenda_over-short = It had { $length }.
nudge-agenda_over-why = You see this because this item was planned for { $length }, breaks aside, and that time is over. Nothing moves on by itself.
nudge-chair_talk = { $tone ->
    [plain] Facilitators had { $percent } in 100 of the talk in the last { $window }.
    [brief] Facilitators: { $percent } in 100 of the talk.
   *[warm] You who facilitate have had { $percent } in 100 of the talk lately.
  }
nudge-chair_talk-calm = { $tone ->
    [plain] { "" }
    [brief] { "" }
   *[warm] Sometimes that is needed.
  }
nudge-chair_talk-ask = { $tone ->
    [plain] You could go round everyone.
    [brief] Go round?
   *[warm] Sometimes that is needed. Would you like to hand the floor to everyone?
  }
nudge-chair_talk-short = { $talk } of { $all }.
nudge-chair_talk-why = You see this because facilitators together spoke for { $talk } of the { $all } of talk in the last { $window }. We speak up from { $fair } in 100 on; their talk stands in no balance, so nothing else would show it.
nudge-break_due = { $tone ->
    [brief] { $worked } without a break.
   *[warm] You have all been at it for { $worked } without a break.
  }
nudge-break_due-calm = { "" }
nudge-break_due-ask = { $tone ->
    [plain] You could take ten minutes.
    [brief] Ten minutes?
   *[warm] Would ten minutes do everyone good?
  }
nudge-break_due-short = We ask after { $limit }.
nudge-break_due-why = { $supported ->
    [one] You see this because the last break ended { $worked } ago, and an interpreter or a supporter is here, whose work tires faster: then we ask after { $limit }.
   *[other] You see this because the last break, or the beginning, was { $worked } ago. We ask after { $limit }.
  }
nudge-other = Something about { $name } may need you.
nudge-other-calm = { "" }
nudge-other-ask = { "" }
nudge-other-short = { "" }
nudge-other-why = { "" }
part-none = Hardly any of an even share
part-tenth = About a tenth of an even share
part-quarter = About a quarter of an even share
part-third = About a third of an even share
part-half = About half of an even share
part-most = Somewhat less than an even share
part-even = About an even share
action-ask_privately = Ask privately
action-by_voice = I asked by voice
action-go_round = Go round everyone
action-offer_floor = Offer the floor
action-give_floor = Give the floor
action-next_item = Move on
action-five_more = 5 more minutes
action-focus_idea = Talk about it
action-start_break = Start a break of 10 minutes
done-ask_privately = Asked privately.
done-by_voice = Asked by voice.
done-go_round = Went round everyone.
done-offer_floor = Offered the floor.
done-give_floor = Gave the floor.
done-next_item = Moved on.
done-five_more = Took 5 more minutes.
done-focus_idea = Put it before everybody.
done-start_break = Started a break.
past-quiet_voice = { $name }, quiet
past-dominant_voice = { $name }, much of the talk
past-hand_waiting = { $name }, waiting
past-interrupted = { $name }, cut off
past-group_unheard = { $group }, hardly heard
past-early_agreement = Asked to agree early
past-divergence = Seen differently
past-idea_unheard = An idea unheard
past-dead_air = Silence
past-agenda_over = An item over its time
past-chair_talk = Facilitators' own talk
past-break_due = A break due
past-other = { $name }
life-new = Nobody acted on it.
life-acted = { $action }
life-dismissed = Left as it is.
life-snoozed = Put off.
life-expired = It passed by itself.
answer-speak_next = Wanted to speak next.
answer-write = Wanted to say it in writing.
answer-not_now = Said: not now. That is fine.
answer-not_today = Said: not today. That is fine.
effect-came = Asked for the floor or spoke within { $length }.
effect-not = Did not speak within 3 minutes. That may be fine.
baseline-quiet_voice = Of { $cases } people who went as quiet and were not asked, { $came } did so within { $length }.
baseline-hand_waiting = Of { $cases } others whose hand was up as long, { $came } spoke or asked again within { $length }.
baseline-interrupted = Of { $cases } others who were cut off as often, { $came } spoke or asked for the floor within { $length }.
baseline-few = Too few others like this to say whether they would have anyway.
baseline-none = Whether this helped can't be told from who spoke next.
baseline-other-kinds = For the other kinds of nudges, who spoke next would not tell whether they helped.

## The path from needs to a decision

path = From needs to a decision
path-needs = Needs and ideas
collect-have = { $needs ->
    [0] No needs
    [one] 1 need
   *[other] { $needs } needs
  }, { $ideas ->
    [0] no ideas
    [one] 1 idea
   *[other] { $ideas } ideas
  }
collect-now = Everybody is writing
collect-means = Everybody writes alone. Then all is shown together, without names, in an order made by lot.
collect-asks = The question that all write to
collect-asks-usual = What would be easier, and for whom?
collect-silent = Write in silence first
collect-silent-means = Nobody speaks until all is shown. Quiet people bring more this way.
collect-go = Let everybody write
collect-more = Let everybody write again
collect-hidden = Nobody sees what is written, you neither, until you show all together. Three people have to have written by then.
collect-publish = Show all together
collect-discard = Close without showing
needs = What people need
needs-none = No need was written down. Ask of each idea: what is it for?
ideas-loose = Ideas without a need
ways-count = { $n ->
    [0] Nobody has an idea for this yet.
   *[other] One idea only, so there is nothing to compare it with.
  }
ways-ask = Ask for other ideas
ways-ask-which = Ask for other ideas for: { $need }
ways-asked = What else could we do? The need: { $need }
idea-for = The need: { $need }
idea-is-need = A need.
idea-is-proposal = An idea.
idea-mine = You wrote this.
idea-by = From { $name }, who says so.
idea-by-somebody = somebody here
idea-typed-for = You typed this for { $name }.
names-mine = Your name beside your ideas
sign-mine = Let my name stand beside it
sign-mine-not = Take my name away
sign-theirs = { $name } lets their name stand beside it
sign-theirs-not = Take the name of { $name } away
sign-means = It was scored without a name. Who wants to may say now whose it is; everybody here and the report show it then.
sign-shown = The name stands there for all, and in the report. It can be taken away, but not out of reports that somebody took along. Before the idea is scored again it goes by itself.
idea-was-merged = Put together with others.
idea-was-split = Split into parts.
report-ideas = What was proposed
idea-origin = Where it came from
idea-took = “{ $took }” from: { $text }
idea-part-of = A part of: { $text }
idea-before = It said before: { $text }
idea-withdraw = Take back
idea-withdraw-which = Take back: { $text }
idea-change-which = Change: { $text }
heard-guess = Others hear this need in it: { $need }
heard-right = The need, as its author says: { $need }
heard-ask = Others hear this need in what you wrote. Is that it?
heard-ask-theirs = Others hear this need in an idea that you typed. Ask who wrote it: is that it?
heard-yes = Yes, that’s it
heard-no = No
remark-type = Type a question, an addition or a concern for somebody
hear-open = Say the need you hear
hear-title = The need you hear in this
hear-label = What would be easier, and for whom?
hear-go = Ask its author
write-for = Write for somebody
write-for-who = Whose idea is it?
write-for-paper = From a paper without a name
write-for-name = for { $name }
write-for-me = yours
write-for-what = What is it?
write-for-need = For which need?
write-for-no-need = No need was said
write-for-go = Put it in
write-for-done = It is in. Nobody sees it yet.
write-for-typed = What you typed
write-need = What would be easier, and for whom?
write-proposal = What would we do?
write-other-way = What else could we do?
write-change = Put it in other words
write-need-go = Go on
write-proposal-go = Put it in
write-change-go = Save
write-change-not = Leave it as it was
write-only-proposal = I have an idea, and no need
write-only-need = Only the need: that is enough
write-another-way = Another idea for the same need
write-another-need = Another need
write-hidden = Nobody sees this until all is shown together, and nobody sees whose it is.
write-sent = It is in.
write-sent-means = You can write more, change it, or stop here.
write-mine = What you wrote
write-left = { $n ->
    [one] 1 letter left
   *[other] { $n } letters left
  }
remarks = What was asked and said about it
remark-say = Say something about it
remark-question = Question
remark-addition = Addition
remark-concern = Concern
remark-question-ask = What would you like to know?
remark-addition-ask = What would you add?
remark-concern-ask = What worries you about it?
remark-go = Send it
remark-done = It stands below the idea, without your name.
remark-unnamed = No names are shown.
held-count = { $n ->
    [one] 1 idea is held back by the facilitator.
   *[other] { $n } ideas are held back by the facilitator.
  }
held-mine = What you wrote is held back: { $text } The facilitator says why: { $reason }
needs-alone = Needs without an idea
focus-now = We talk about: { $text }
focus-tag = We talk about this now
tasks = What you can do now
task-back = Back to the meeting
task-write = Write ideas
task-read = Read the ideas
read-all = All ideas
read-order = Everybody reads them in another order. No names are shown.

path-choose = Talk and choose
choose-nothing = There is nothing to choose from yet. Let everybody write first.
choose-all = Choose all
chosen-count = { $n } chosen to score
chosen-of = { $n } of at most { $most } chosen to score
focus-go = Talk about it
focus-end = Stop talking about it
focus-which = Talk about: { $text }
focus-show = Show it to all
deed-which = { $deed } { $text }
remarks-count = { $n ->
    [one] 1 remark
   *[other] { $n } remarks
  }
held-back = Held back
hold-back-open = Hold back…
hold-back-title = Hold this idea back?
hold-back-means = Its words leave all screens. Everybody sees that one idea is held back; its author reads your reason.
hold-back-reason = Why?
hold-back-go = Hold it back
show-again = Show it again
split-open = Split…
split-title = Make several ideas of this one
split-lines = One idea a line
split-go = Split it
merge-open = Put together…
merge-title = Put ideas together
merge-which = Which ones?
merge-took = What the new idea keeps of it
merge-text = The new idea
merge-means = Everybody can read what it took from each. The old ones stay to be read.
merge-go = Put them together
alike = These two sound alike. Are they the same idea?
alike-not = No, leave them apart
pick-question = Which should we talk about?
pick-many = More than seven ideas can't be scored with care. Everybody can choose up to three.
pick-open = Let everybody choose
pick-result = What everybody chose
pick-ask = { $n ->
    [one] Choose one idea, or none.
   *[other] Choose up to { $n } ideas, or none.
  }
pick-marked = { $n } of { $most } chosen
pick-in = Your choice is in.
pick-secret = Nobody sees what you choose. All see how many chose each idea, when choosing ends.
pick-line = { $n } ideas are too many to score. Choose up to { $most }.
task-pick = Choose what to talk about
pick-too-few = Fewer than 3 people chose, so nothing is shown and nothing was left out.
pick-says = { $n ->
    [0] No idea was chosen more than the others.
    [one] 1 idea was chosen most. It is on the list to score.
   *[other] { $n } ideas were chosen most. They are on the list to score.
  }
pick-tied = { $tied } ideas were chosen equally often, and { $free ->
    [one] 1 place is
   *[other] { $free } places are
  } left. Talk about which to take.
pick-chosen = on the list
pick-is-tied = equally often
path-scores = Scores
rounds-none = Not scored yet
rounds-count = { $n ->
    [one] Scored once
   *[other] Scored { $n } times
  }
answered-of = { $n } of { $of } have answered
score-none-chosen = Choose first which ideas to score.
score-means = { $n ->
    [one] One idea, four questions. Everybody answers alone.
   *[other] { $n } ideas, four questions each. Everybody answers alone.
  }
score-again-means = The same ideas again, after the talk. Both rounds are kept.
scale = Answers
scale-words = Five words, from No to Yes
scale-faces = Three faces
score-go = Let everybody score
score-again = Score again
score-even-so = Score even so
one-way = { $n ->
    [one] This need has one idea only, so there is nothing to compare it with:
   *[other] These needs have one idea each, so there is nothing to compare it with:
}
score-open = Everybody is scoring
score-hidden = Nobody sees any answer until you show all.
score-close = Close, and show all results
score-closed = Scoring has ended.
score-for = { $n ->
    [one] Answers of 1 person without a device
   *[other] Answers of { $n } people without a device
  }
score-for-title = Type somebody’s answers
score-for-who = Whose answers?
score-for-idea = Which idea?
score-for-done = { $name }’s answers are in. They are not shown again.
score-left-blank = Not answered
question-suitable = Does it fit the need?
question-feasible = Can we really do it?
question-acceptable = Could I live with it?
question-beneficial = Would it make things better?
score-1 = No
score-2 = Not really
score-3 = In between
score-4 = Mostly yes
score-5 = Yes
score-cannot = Can’t say
results-of = { $n ->
    [1] What the scores say
   *[other] What the scores say, time { $n }
  }
round-answered = { $n } of { $of } people answered.
round-not-heard = { $n ->
    [0] Everybody who was asked is heard in this.
    [one] 1 person is not heard in this.
   *[other] { $n } people are not heard in this.
  }
answered-count = { $cannot ->
    [0] { $n } answered
   *[other] { $n } answered, { $cannot } can’t say
  }
too-few = { $n ->
    [0] Nobody answered: too few to say
    [one] 1 answer: too few to say
    [2] 2 answers: too few to say
   *[other] { $n } answers, fewer than half of those asked: too few to say
  }
too-few-idea = Too few answers to say
merit = { $n } of 5 overall; its lowest middle answer: { $lowest }
bar-aloud = { $score }: { $n }
spread-divided = Divided: some say yes, some no
spread-agreed = Most agree
spread-together = Close together
spread-some = Some way apart
spread-out = Spread out
red-flag = Red flag
red-flags = { $n ->
    [one] One red flag
   *[other] { $n } red flags
  }
red-flags-mean = A good answer elsewhere does not cancel it. Ask: what would make it possible?
before-talk = Before the talk: { $score }
before-same = As before the talk
reasons-count = { $n ->
    [one] 1 reason
   *[other] { $n } reasons
  }
task-score = Score the ideas
score-ask = { $n ->
    [one] What do you think of one idea? Four short questions.
   *[other] What do you think of { $n } ideas? Four short questions each.
  }
score-where = Idea { $idea } of { $ideas }, question { $question } of { $questions }
read-aloud = Read aloud
read-aloud-stop = Stop reading
read-aloud-failed = This browser has no voice to read with. Another browser on this device may have one.
score-reason = Your reason
score-reason-add = Add a reason
score-reason-skip = You can skip this.
score-reason-unnamed = It is shown without your name when scoring ends.
score-back = Back
score-next = Next question
score-skip = Skip this question
score-secret = Answers stay hidden until scoring ends.
score-all-in = Your answers are in
score-some-in = What you answered is in
score-in-means = You’ll see everyone’s together when scoring ends, so nobody is swayed. You can change yours until then, and you can stop here.
score-left = { $n ->
    [one] 1 question is left
   *[other] { $n } questions are left
  }
score-look-again = Look at my answers again
task-results = See what the scores say

question-suitable-short = fits the need
question-feasible-short = can be done
question-acceptable-short = can be lived with
question-beneficial-short = makes things better
by-perspective = By what people bring
by-perspective-line = { $score }: { $what }.
each-way = They see it differently. Ask each one question:
each-way-to = To “{ $asked }”:
each-way-suitable-less = “{ $others }” are less sure that it fits. Which need does it meet for you?
each-way-suitable-more = “{ $others }” find that it fits. Which need of yours does it leave out?
each-way-feasible-less = “{ $others }” find it harder to do. Which part matters most to you, and what could wait?
each-way-feasible-more = “{ $others }” think that it can be done. What would you need, to be able to do it?
each-way-acceptable-less = “{ $others }” would find it harder to live with. What could be changed for them?
each-way-acceptable-more = “{ $others }” could live with it. What would have to change so that you could, too?
each-way-beneficial-less = “{ $others }” are less sure that it helps. What would it make better for you?
each-way-beneficial-more = “{ $others }” say that it would help. Whom would it not help, and why?
lens = Look at it through a lens, too
lens-means = Say before anybody scores whose answers count double on a question. It makes a second result; the one in which every answer counts the same always stands beside it.
lens-nobody = Every answer counts the same
lens-equal = Overall, all counting the same
lens-set = With the lens set before scoring
lens-of-five = { $n } of 5
lens-moved = The lens puts it in another place
lens-leans = { $question } “{ $who }” count { $weight } times.
path-bridge = Common ground
ground-not-yet = After the scores
ground-after-scores = When a round of scores has closed, this shows what all can live with.
ground-count = { $n ->
    [0] Nothing all could live with
    [one] 1 idea all could live with
   *[other] { $n } ideas all could live with
  }
ground-means = First what most people could live with, then what divides. It is about how people answered “Could I live with it?”, not about who they are.
groups-none = There are no clear groups in the answers, so everybody is looked at together.
groups-many = More than 250 people have answered. Groups are not looked for among so many, so everybody is looked at together.
groups-clear = The answers fall into { $n } groups ({ $sizes } people). Nobody is named in them.
ground-all = What all can live with
ground-one_group = What one group sees
ground-divides = What divides
ground-open = What some could not live with
ground-few = Too few answers to say
ground-groups = could live with it, in 100: { $lowest } of the group that agrees least, { $highest } of the one that agrees most
ground-whole = { $cannot } in 100 could not live with it; the third who like it least give it { $lowest } of 5
map-aloud = A map of the ideas. The lists below say the same.
map-across-whole = to the right: more people could live with it.
map-up-whole = up: better overall.
map-across-groups = to the right: more of the group that agrees least could live with it.
map-up-groups = up: more of the group that agrees most.
map-means = The numbers and shapes are those of the lists.
screen-writing = Everybody writes alone, on a phone or on paper. All is shown together, without names.
screen-scoring = Everybody answers alone. All answers are shown together.

## Before ideas: what people know, and what is not clear yet

path-know = What we know
task-know = What we know
know-have = { $n ->
    [0] No cards yet
    [one] 1 card
   *[other] { $n } cards
  }
know-step-means = Before ideas: what people know, and what happened to them. The cards have the same size, and no names.
know-means = What should we all know before we look for ideas?
know-fact = What we know
know-story = What happened to me
know-fact-ask = What do you know?
know-story-ask = What happened to you?
know-source = Where is it from? (You can skip this.)
know-sure = How sure are you?
sure-not_said = I’d rather not say
sure-sure = Sure
sure-fairly = Fairly sure
sure-guess = A guess
know-go = Put the card down
know-done = Your card is there, without your name.
know-unnamed = Everybody reads it. Nobody sees whose it is.
know-mine = yours
know-back = Take it back
know-back-which = Take it back: { $text }
know-type = Type a card for somebody
know-whose = Whose card is it?
know-whose-mine = My own
know-kind = What is it?
know-text = What does it say?
unclear-title = I don’t understand this yet
unclear-ask = What is not clear?
unclear-means = Nobody sees that it was you. Scoring waits until it is explained.
unclear-go = Ask, without my name
unclear-done = It was asked, without your name.
unclear-waits = It waits for an answer.
unclear-settle = I understand it now
unclear-settle-which = I understand it now: { $text }
unclear-no-words = Something that is shown
unclear-open = { $n ->
    [one] 1 thing is not clear yet
   *[other] { $n } things are not clear yet
  }
unclear-somebody = Somebody doesn’t understand this yet. Scoring waits.
unclear-answer = Explain it, or say why we go on without
unclear-answer-go = That’s the answer
unclear-go-on = Go on without, for this reason
unclear-told = { $n ->
    [one] 1 thing was asked before
   *[other] { $n } things were asked before
  }
unclear-went-on = We went on without: { $why }
brief-fixed-by = { $what } ({ $who })

## Decisions, and what came of them

path-decide = Decision
task-decide = The decision
decide-have = { $n ->
    [0] Nothing decided yet
    [one] 1 decision
   *[other] { $n } decisions
  }
decide-writing = { $n ->
    [0] Being written, nothing is blank
    [one] Being written, 1 point is open
   *[other] Being written, { $n } points are open
  }
decide-due = { $n ->
    [one] 1 decision to look at again
   *[other] { $n } decisions to look at again
  }
decide-draft = We are writing it down: { $statement }
decide-means = Start with an idea, and the record fills itself from scores, worries and needs. Then say together what it costs.
decide-chosen = What do you choose?
decide-own-words = In our own words
decide-statement = What is decided, in one sentence?
decide-asks = What was the question? (You can skip this.)
decide-begin = Begin to write it down
decide-another = Write down another decision
decide-discard = Throw this draft away
decide-read = Read the whole record
decide-again = Write a new version
decisions = What was decided

record-asked = The question was: { $asks }
record-no-words = Not in words yet
record-draft = A draft. Nobody has agreed to it yet.
record-agreed = { $n } of { $of } agreed.
record-open = { $n ->
    [one] 1 open point
   *[other] { $n } open points
  }
record-with-open = { $n ->
    [one] Agreed, with 1 open point.
   *[other] Agreed, with { $n } open points.
  }
record-when = Decided on { $date }, { $time }. Version { $version }.
record-late-until = Anyone may add a word until { $date }, { $time }.
record-standing = It stands.
record-superseded = A later version has taken its place.
record-superseded-in = Meeting { $n } of this room has a later version.
record-from = From meeting { $n } of this room.
record-reviewed-in = (meeting { $n })
record-over = This is as hard to live with as leaving things as they are.
record-beside = What we chose, and beside what
record-middle = Middle answers
record-acceptance = Easy to live with
record-give-up = What we give up
record-dissent = Not everyone agreed
record-risks = What could go wrong
record-review = We look again
record-costs = What it costs
record-affected = Affected, and not here
record-conditions = On these conditions
record-words = The words of it
record-sure = How sure we were: { $lowest } to { $highest } %, the middle answer { $middle } %.
column-chosen = What we chose
column-to_run = Best for those who’d run it
column-to_live_with = Best for those who’d live with it
column-leave = Leave as is
column-leave-words = Nothing changes
column-by-answers-to_run = by everybody’s answers to “Can we really do it?”
column-by-answers-to_live_with = by everybody’s answers on living with it
column-by-people-to_run = by the answers of people who work with it
column-by-people-to_live_with = by the answers of people who have lived with it
column-option = Which one?
column-text = In other words (You can skip this.)
mark-none = not known
percent = { $n } %
gap-lost = What do we lose?
gap-bears = Who bears it?
gap-asked = Were they asked?
gap-against = Next to which one?
gap-more = Add something that we give up
gap-next-to-to_run = next to what is best to run
gap-next-to-to_live_with = next to what is best to live with
gap-next-to-leave = next to leaving it as it is
dont-know = We don’t know
dont-know-say = We don’t know. That is an answer.
point-open = Not said yet. This point is open.
part-said = said
lines-ask-costs = What does it cost, and whom? One line each.
lines-ask-affected = Who is affected and was not here? One line each.
conditions-ask = On which conditions? One line each.
limit-ask = Why do you choose it, though it is so hard to live with?
risk-more = Add a risk
risk-text = What could go wrong?
risk-likelihood = How likely?
risk-impact = How bad?
risk-owner = Who looks after it?
risk-mitigation = What do they do about it?
risk-word-act = act on it now
risk-word-watch = watch it
risk-word-accept = accept it
likelihood-0 = not said
likelihood-1 = Hardly
likelihood-2 = Not likely
likelihood-3 = May happen
likelihood-4 = Likely
likelihood-5 = Nearly sure
impact-0 = not said
impact-1 = Small
impact-2 = A bother
impact-3 = Bad
impact-4 = Very bad
impact-5 = A disaster
save-line = Save this
line-remove = Take it out
line-remove-which = Take it out: { $text }
accept-title = Accept it
accept-means = People agree to what they can read: ask them after the last change.
accept-ask = Ask everybody: does anything speak against it?
accept-asking = Everybody is being asked: { $asks } Close the check first.
accept-by = By which check?
accept-check = { $asks } { $n } of { $of } agreed
accept-open = { $n ->
    [one] Mark 1 blank as open
   *[other] Mark { $n } blanks as open
  }
accept-open-means = The record then says “Agreed, with open points”.
accept-go = Accept the decision
dissent-title = I don’t agree
dissent-means = Not everyone has to. We keep your reason here, in your words, with the group’s answer.
dissent-write = Keep my reason
dissent-change = Change my reason
dissent-text = Your reason (leave it empty to take it back)
dissent-needs-ask = What would you need to come along? (You can skip this.)
dissent-needs = Could come along with: { $needs }
dissent-go = Keep it with the decision
dissent-done = Your reason is kept with the decision.
dissent-gone = Your reason is gone.
name-show = Show my name with it
name-show-means = Here, in the report and on the public page. Without this nobody sees whose it is.
name-not-shown = Name not shown
voice-by-hand = Somebody without a device doesn’t agree
voice-by-hand-late = A late word of somebody without a device
voice-by-hand-stance = What do they say?
voice-by-hand-text = In their own words
voice-by-hand-needs = What would they need to come along? (You can skip this.)
voice-by-hand-named = They want their name beside it
voice-by-hand-done = What { $name } says is kept with the decision.
sure-ask = How sure are you that this will work?
sure-means = Your answer alone is shown to nobody. When we look again, we see how far apart we were.
sure-go = That’s my answer
sure-again = Change my answer
sure-done = Your answer is in.
late-title = Add a late word
late-means = You can until { $date }, { $time }. It counts once, and you can change it.
late-is-in = Your word is in: { $stance }
late-why = What harm would it do?
late-text = Say more (You can skip this.)
late-go = Add my word
late-done = Your word is with the decision now.
late-counts = Late words: { $agree } agreed, { $worry } had a worry, { $object } objected.
late-answer = Answer: { $answer }
late-waits = This holds the decision until it is answered.
late-answer-label = Your answer
late-answer-go = Put the answer beside it
stance-agree = I agree
stance-worry = I have a worry
stance-object = This must not go ahead yet
earlier-title = From earlier meetings
earlier-means = What still stands. Looked at again here, it shows on every screen, and the meeting that decided it is told what came of it.
earlier-due = The day to look at it again was { $date }.
earlier-later = We look at it again on { $date }.
earlier-look = Look at it again with everybody
review-open = Look at it again
review-means = How did it turn out? How sure people were is shown beside it.
review-came = How did it turn out?
review-text = What came of it?
review-go = Keep this review
review-day = When do we look again?
review-day-kept = The version before says { $date }. Keep this day, choose another, or take it away.
review-day-passed = The day in the version before was { $date }. Does this one need a day, too?
review-day-none = No day
review-how = Who calls us together, and how? (You can skip this.)
came-better = Better than we hoped
came-as_hoped = As we hoped
came-worse = Worse than we hoped
came-too_early = Too early to say

said-title = You said, we did
said-means = Every need ends here: taken up, partly, or no, and why.
said-you = You said:
said-we = We did:
said-owner = { $owner } sees to it.
said-by = By { $date }.
said-link-means = A public link shows this page to anybody, without an account. Names of people who did not agree are left out.
said-link = Make a public link
said-link-nth = Public link { $n }
said-unshare = Take it back
said-unshare-which = Take public link { $n } back
said-as-text = Decisions as text
said-risks = Risks as a table
my-name-public = My name may stand on the public page
my-name-public-means = Only where somebody wrote it: as who looks after something, say. Without this it is left out.
said-failed-title = This page can’t be shown
said-names = Where a name is left out you read […].
said-nothing = Nothing has been decided yet.
said-made = Made by Evenfloor.
end-say = Say what came of it
end-change = Change what is said
end-ask = What came of it?
end-taken_up = Taken up.
end-partly = Partly.
end-no = No.
end-because = Because
end-owner = Who sees to it?
end-by = By when?
screen-draft = We are writing down what we decide
screen-decided = We decided
screen-again = We look at this again

## The shared screen and the helper's phone

speaking-now = Speaking now
screen-open = Anyone may speak
screen-open-text = Raise a hand if you'd like to be sure of your turn.
screen-free = The floor is free
screen-free-text = Raise a hand on your phone, or wave to the facilitator.
screen-nobody-waits = Nobody is waiting.
screen-scan = Scan, or type the code at { $host }
screen-welcome = Scan, or go to { $host } and type this code. No app, no account.
screen-here = { $n ->
    [0] Nobody is here yet.
    [one] 1 person is here.
   *[other] { $n } people are here.
  }
screen-report = The report is on your own screen.
helper-tap = Tap who speaks
helper-none = Nobody is speaking
helper-nobody = Nobody is here yet. Names appear as people come in.
helper-queue = Turns are counted from the queue just now. Taps still help where somebody speaks out of turn.
helper-planned = Not started yet
helper-planned-tap = Names appear here when the meeting starts. Then tap who speaks, and tap again when they stop.
helper-planned-hands = Names appear here when the meeting starts. Then tap who would like to speak.
helper-planned-notes = When the meeting starts, write here what is said.
helper-hands = { $n ->
    [0] Tap who would like to speak
    [one] 1 hand is up. Tap again to take it down.
   *[other] { $n } hands are up. Tap again to take one down.
  }
helper-closed = The queue is closed just now. Your facilitator opens it again.
note-take = Write a note
note-take-means = Everybody here can read it, now and in the report. Write what was said, not who they are.
note-take-send = Add the note
note-back = Take it back
note-back-which = Take it back: { $text }
notes-none = Nothing is noted yet.
notes-title = { $n ->
    [0] Notes
   *[other] Notes ({ $n })
  }
notes-more = { $n ->
    [one] And 1 earlier note.
   *[other] And { $n } earlier notes.
  }
helper-ended = Thank you for helping.

## The report

report-of = Report: { $room }
report-loading = Fetching the report
report-failed-title = We can't show this report
report-not-mine-title = This report is for the people of the meeting
report-not-mine = Join with the meeting's code, then open it again.
report-when = { $date }, { $from } to { $to }.
report-not-begun = Not started yet.
report-not-begun-text = The report fills as the meeting goes on. Come back when it has started.
report-reader-facilitator = The facilitators' version: only you see nudges and everybody's part.
report-reader-participant = Your version: only you see your own part.
report-reader-public = The version for everyone.
report-back = Back to the meeting
report-print = Print
report-as-text = As text (Markdown)
report-as-table = Figures as a table (CSV)
report-as-answers = Answers as a table (CSV)
report-as-data = Everything as data (JSON)
trends-title = The meetings of this room
trends-text = Figures of the whole group; nobody is named. Two meetings that differ say little about why.
trends-when = Date
trends-length = Length
trends-people = Spoke
trends-voices = Talk was shared by
trends-facilitators = Facilitators' part
trends-nudges = Nudges followed
trends-spoke = { $spoke } of { $n }
trends-part = { $n } in 100
trends-acted = { $acted } of { $n }
report-for-everyone = The version for everyone
report-for-me = Your own version
report-made = Made by Evenfloor from what was counted. Nothing was recorded.
summary-met = { $n ->
    [one] 1 person met for { $length }.
   *[other] { $n } people met for { $length }.
  }
summary-met-places = { $n ->
    [one] 1 person met for { $length }: { $places }.
   *[other] { $n } people met for { $length }: { $places }.
  }
summary-counted = In { $length } of it talk was counted: not in breaks, not while all listened or wrote, and not in small groups.
summary-all-spoke = { $n ->
    [0] Nobody was counted.
    [one] They spoke.
   *[other] All { $n } spoke.
  }
summary-spoke = { $spoke ->
    [0] Nobody was heard to speak.
   *[other] { $spoke } of { $n } spoke.
  }
summary-signals = { $slower ->
    [0] { $follow ->
        [one] Once somebody said that they did not follow.
       *[other] { $follow } times somebody said that they did not follow.
      }
   *[other] People asked { $slower ->
        [one] once
       *[other] { $slower } times
      } to go slower{ $follow ->
        [0] .
        [one] , and once somebody did not follow.
       *[other] , and { $follow } times somebody did not follow.
      }
  }
summary-turns = { $n ->
    [one] The floor was given once
   *[other] The floor was given { $n } times
  }{ $overrides ->
    [0] , always in order.
    [one] , once out of order.
   *[other] , { $overrides } times out of order.
  }
shared-all = The talk was shared by nearly everybody: { $n } of { $of } voices.
shared-most = The talk was shared by most: { $n } of { $of } voices.
shared-half = The talk was shared by about half: { $n } of { $of } voices.
shared-few = A few did most of the talking: { $n } of { $of } voices.
summary-early = There was too little talk, or too little of it heard, to say how it was shared.
summary-measured = We could measure talk for { $measured } of { $n } people.
summary-practice = This was practice: { $n } of the people were simulated.
summary-again = We looked again at “{ $statement }” from meeting { $n }: { $came }.
summary-decided = We decided: “{ $statement }”. { $n } of { $of } agreed.
summary-dissent = { $n ->
    [one] 1 person disagreed; the reason stands below.
   *[other] { $n } people disagreed; their reasons stand below.
  }
summary-open-points = { $n ->
    [one] 1 point is still open.
   *[other] { $n } points are still open.
  }
summary-review = We look again on { $date }.
summary-goes-on = The meeting goes on; this is the report so far.
lanes-title = Who spoke when
lanes-empty = Nobody was heard to speak.
lanes-everybody = Everybody
lanes-aloud = { $n ->
    [0] { $name } did not speak
    [one] { $name } spoke once
   *[other] { $name } spoke { $n } times
  }
lanes-marks = { $n ->
    [one] { $letters } marks when a facilitator followed a nudge.
   *[other] { $letters } mark when a facilitator followed a nudge.
  }
minutes-from = 0 min
sharing-title = How the talk was shared
sharing-early = Too little talk, or too little of it heard, to say.
sharing-by = By { $length }
voices-of = { $n } of { $of } voices
sharing-longer = A longer time always looks a little more even.
facilitators-silent = { $n ->
    [one] The facilitator was not heard to speak; their talk is counted apart.
   *[other] The { $n } facilitators were not heard to speak; their talk is counted apart.
  }
facilitators-talk = { $n ->
    [one] The facilitator spoke for { $length }: { $percent } in 100 of all talk. That is counted apart.
   *[other] The { $n } facilitators spoke for { $length }: { $percent } in 100 of all talk. That is counted apart.
  }
balance-title = Beside an even share
balance-text = The line in the middle is an even share of the time somebody was here. In seat order; nobody is ranked.
balance-who = Name
balance-time = Spoke for
balance-turns = Times
share-early-short = too early to compare
nudges-of-none = No nudge was needed.
nudges-of-asked = { $n ->
    [one] 1 person was asked privately
   *[other] { $n } people were asked privately
  }: { $came } spoke or asked for the floor within 3 minutes, { $chose } chose not to. All fine.
nudges-of-quiet = for { $length }.
own-title = Your own part

## What people bring
perspective-title = What do you bring?
perspective-why = You can skip this. It helps us check that each kind of experience is heard. You can change it or take it back at any time.
perspective-none = I'd rather not say
perspective-is-lived_experience = I have lived with this
perspective-is-professional = I work with this
perspective-is-both = Both
perspective-of = What they bring, if they want it beside their name
perspective-use = What may it be used for?
perspective-totals = For totals only
perspective-totals-means = Nobody reads your answer, your facilitator included. Only groups of 3 or more people are shown.
perspective-beside_name = Beside my name
perspective-beside_name-means = Everybody reads it. When kinds of experience take turns, you take part.
perspective-beside_name-equal = Everybody reads it. Each kind of experience has an equal share of the time here, and it counts for you.
waiting-about-me = What I bring, and what I need
perspectives-asked = People may say what they bring: { $what }.
perspectives-not-asked = People are not asked what they bring.
perspectives-lines = What people may say that they bring, one a line
perspectives-lines-mean = Leave it empty and nobody is asked. It is fixed when the meeting starts.
perspectives-keep = Keep these
perspectives-equal = An equal share of the time for each
perspectives-equal-means = However many people bring one of these, all of them together are due as much time as the others. It counts for people who have it beside their name.
groups-title = How each kind of experience was heard
groups-when = From { $from } to { $to }
groups-part = “{ $who }”: about { $talk } % of the talk. An even share would be about { $fair } %.
groups-small = Groups of fewer than 3 people are never shown. If one is that small, go round everyone, and ask who is missing.
groups-report = As people said of themselves. In steps of 10 %, and only for groups of 3 people or more.

## Writing instead of speaking
write-instead = Write instead
write-words = What you want to say
write-how = What should happen with it?
write-how-show = Show it to everyone when it is my turn
write-how-read = Have it read out when it is my turn
write-how-answer = I only need an answer
write-how-show-short = to be shown
write-how-read-short = to be read out
write-how-answer-short = wants an answer
write-reader = Who reads it out?
write-reader-any = a facilitator
write-send = Put it in the queue
write-other-words = Change the words
write-take-back = Take it back
written-title = In writing
written-by = in writing
written-reads = { $name } reads it out.
written-reads-any = A facilitator reads it out.
written-read-it = Please read this out.
written-erased = These words were erased.
written-answer = Answer:
written-all = { $n ->
    [one] 1 thing was said in writing
   *[other] { $n } things were said in writing
  }
written-show = Show it now
written-show-of = Show now what { $name } wrote
written-answer-open = Answer…
written-answer-of = Answer what { $name } wrote
written-answer-title = Answer { $name } in writing
written-answer-words = Your answer; everyone reads it
written-answer-go = Show both
written-count = { $n ->
    [one] 1 in writing
   *[other] { $n } in writing
  }
my-time-written = You also said { $n ->
    [one] 1 thing
   *[other] { $n } things
  } in writing.
report-written = { $total ->
    [one] 1 thing was said in writing
   *[other] { $total } things were said in writing
  }, by { $people ->
    [one] 1 person
   *[other] { $people } people
  }.

## Small groups
groups-open = Groups…
groups-make = Into small groups
groups-mean = Each group has its own queue on its phones, and anyone in it passes the turn on. A group may also talk freely. What is under way here waits. People without a device are put into groups as well; their neighbours raise their hands.
groups-count = How many groups? { $n ->
    [one] 1 person is here.
   *[other] { $n } people are here.
  }
groups-who = Who goes where?
groups-by-hand = By hand
groups-by-hand-means = You choose for each person.
groups-hand-short = In each group there has to be somebody.
groups-move = Who is where
group-n = Group { $n }
groups-by-lot = By lot
groups-by-lot-means = Chance decides.
groups-by-mixed = Mixed
groups-by-mixed-means = In each group some from the room and some online, and each kind of experience that people show.
groups-go = Send them off
groups-are-on = In small groups
groups-call-back = Call back in 1 minute
groups-end = End the groups now
groups-late = { $name } is in no group.
groups-put = Put { $name } into { $group }
groups-back-in = Back together in { $time }
group-speaks = { $name } is speaking
group-with = With { $names }.
group-alone = Nobody else is in this group yet.
group-talk-freely = Talk freely, without a queue
group-take-turns = Take turns, with a queue
group-is-free = talks freely
group-report-open = Say what we found
group-report-change = Change what we found
group-report-words = What did your group find? All will read it.
group-report-keep = Keep it
group-reports = What the groups found
group-report-figures = { $n ->
    [one] 1 person
   *[other] { $n } people
  }, of whom { $spoke } spoke by turns.

## Only us
lock-title = Only us
locked-title = The room is locked
lock-means = Nobody new comes in by the code; who has it can ask, and you see who. Who was in comes back, and you can still add people yourself.
lock = Lock the room
unlock = Open it again
near-title = Devices at one table
near-on-title = Devices at one table listen
near-means = People in the room may let their own device notice when they talk, even with others near. A voice counts for the person whose device hears it loudest. When two talk at once, one of them is often not counted.
near-on = Let them listen
near-off = Stop them

## A concern, past whoever runs the meeting
concern = Raise a concern
concern-means = Is something wrong here, in how people are treated, say? You can turn to { $name }.
concern-not-here = You can't write to { $name } here. Please reach them directly.
concern-write = Write to { $name }
concern-who-reads = Only { $name } reads this. Facilitators don't, and it is in no report. What you have not sent is gone when you close this.
concern-named = Tell them my name
concern-named-means = So that they can come back to me.
concern-send = Send to { $name }
concern-mine = What you wrote
concern-sent = Sent
concern-read = Read by { $name }
concern-take-back = Take it back
contact-title = Who to turn to
contact-open = Name somebody…
contact-change = Change…
contact-nobody = Nobody is named yet. People may want to turn to somebody who does not run the meeting.
contact-is = { $name } is named: { $reach }
contact-means = One tap on every screen shows who to turn to when something is wrong. Best is somebody who does not run this meeting.
contact-name = Name (leave empty for nobody)
contact-reach = How to reach them: phone, e-mail, page, or where they sit
contact-keep = Show this to everybody
contact-here = Can people write to { $name } here?
contact-reads = Yes. What people write goes to { $name } alone. Make a new link if they have lost theirs; what was written before stays with the old one.
contact-reads-not = Not yet. Make a link and send it to { $name }. Once they have opened it, people can write to them, and nobody else reads it.
contact-link = Make a link for { $name }
contact-once = Don't open it yourself. It opens once, and only { $name } should.
contact-failed = This link does not open
contact-page = Concerns
contact-page-means = What people of “{ $room }” write to you. Facilitators don't see it. Whoever wrote is told that you have read it.
contact-page-over = Somebody else is named now. New words don't come here.
contact-page-nothing = Nobody has written anything yet. This page looks again by itself.
contact-page-from = { $name }, { $time }
contact-page-unnamed = Without a name, { $time }
contact-page-keep = Keep this page on this device: its link opens nowhere else. Who wrote can take it back, and then it goes from here.
sheet-contact = Is something wrong? You can turn to { $name }: { $reach }
removed-contact = You can turn to { $name }: { $reach }

## At the door of a locked room
knock-title = The room is locked
knock-means = People who were here before come back in by themselves. You can ask to be let in.
knock = Ask to be let in
knock-waits-title = They know that you are here
knock-waits = Somebody will let you in. This page opens by itself.
knock-over-title = Nobody has let you in
knock-over = You can ask again, or call who invited you.
knock-again = Ask again
knocks = { $n ->
    [one] Somebody would like to come in
   *[other] { $n } people would like to come in
  }
knock-let-in = Let in
knock-not = Not now
knock-let-in-whom = Let { $name } in
knock-not-whom = Not now: { $name }

## Who only watches, and why
watch-only = I am only here to watch
watch-why = Why are you here? All read it beside your name.
watch-why-of = Why are they here? All read it beside the name.
watch-empty = Say in a few words why you are here.
watch-keep = Keep this
state-observer-why = Observer: { $why }
watching = Who watches
watching-whom = { $name } watches
watching-why = { $name } watches: { $why }

## The group leads itself

lead-ours = We lead ourselves
lead-is-ours = The group leads itself.
lead-ours-means = Each of us can do this. It counts for all.
lead-more = How we talk, and a break
lead-ready = { $n ->
    [one] 1 person is ready to move on.
   *[other] { $n } people are ready to move on.
  } At { $percent } in 100 the next part begins, once nobody speaks or waits.
lead-offer-title = No facilitator is here just now
lead-offer-text = Shall we lead ourselves until one is back? Then each of us can give the floor to who is next, go round everyone, or start a break.
lead-offer-yes = Yes, we lead ourselves
lead-offer-one = 1 person has said yes. One more is enough.
lead-offer-waits = You said yes. One more person is enough.
lead-group = The group leads.
lead-since = Since { $time }. All stays as it is when you take over.
lead-take-over = Take over
lead-hand-over = Let the group lead
lead-offered = The group is asked whether it wants to lead itself.
lead-who = Who leads this meeting?
lead-by-facilitators = We who facilitate
lead-by-group = The group itself
lead-by-group-means = Each person can then give the floor to who is next, change how you talk, and start a break. Nudges ask all and name nobody. You can take over at any time.
group-nudge-title = For all of us
group-nudge-quiet_voice = Some of us have not been heard yet. Shall we go round everyone?
group-nudge-hand_waiting = A hand has been up for a while. Shall we hear it next?
group-nudge-break_due = We have gone on for long without a break. Shall we take one?
group-nudge-agenda_over = “{ $item }” is past its time. More time, or shall we move on?
group-nudge-dead_air = It has been quiet for a while. Thinking is fine. Shall we go round everyone?
group-did-it = We did it
group-did-it-then = The group did it.
asked-of-all = Asked of all, while the group led itself
screen-lead-offer = No facilitator is here. Shall we lead ourselves? Say yes on your phone.
summary-led = The group led itself { $times }.
summary-led-span = from { $from } to { $to }

## Balance by place
dynamics-title = How the floor went round
dynamics-somebody = Somebody
dynamics-waits = { $n ->
    [one] One hand led to a turn, after { $longest }.
   *[other] { $at_once ->
        [yes] { $n } hands led to a turn: half of them at once, the longest wait was { $longest }.
       *[no] { $n } hands led to a turn: half of them within { $median }, the longest wait was { $longest }.
      }
  }
dynamics-order = Out of order: { $what }.
out-of-order-clarify = { $n ->
    [one] once to make something clear
   *[other] { $n } times to make something clear
  }
out-of-order-correct = { $n ->
    [one] once to put something right
   *[other] { $n } times to put something right
  }
out-of-order-urgent = { $n ->
    [one] once because it could not wait
   *[other] { $n } times because it could not wait
  }
out-of-order-unfinished = { $n ->
    [one] once for somebody who was not finished
   *[other] { $n } times for somebody who was not finished
  }
out-of-order-given = { $n ->
    [one] once because a facilitator gave the floor
   *[other] { $n } times because a facilitator gave the floor
  }
dynamics-changes = The talk went from one person to another { $n ->
    [0] never
    [one] once
   *[other] { $n } times
  }. Half of all stretches of talk were shorter than { $length }.
dynamics-overlap = { $overlap } of talk was two or more at once; for { $silence } nobody spoke.
dynamics-cut = { $n ->
    [0] Nobody was cut off.
    [one] Once somebody was cut off: another began, they stopped, and did not come back for 5 seconds.
   *[other] { $n } times somebody was cut off: another began, they stopped, and did not come back for 5 seconds.
  }
dynamics-cut-unknown = We could not measure who was cut off: turns and presses hear one person at a time, and devices near each other are not exact enough.
dynamics-heard-by = Talk was counted by { $what }.
dynamics-heard-by-nothing = Nothing listened, so no talk could be counted.
heard-by-mic = people's own devices
heard-by-api = the video call
heard-by-tap = presses on a screen
heard-by-floor = turns
dynamics-pairs = Only facilitators see who. Talking at the same time is normal, and is not counted here.
cut-who = Who was cut off
cut-by = By whom
cut-times = Times
by-item-title = Each part of the agenda
by-item-text = How long each person spoke in it, in minutes and seconds, and what an even share of it would have been.
by-item-part = even share { $fair }
notes-of = What was noted
agenda-of-extended = It was made { $length } longer.
own-waited = Your longest wait for the floor was { $longest }.
own-cut = You were cut off { $off ->
    [0] never
    [one] once
   *[other] { $off } times
  }, and you cut somebody off { $in ->
    [0] never
    [one] once
   *[other] { $in } times
  }.
report-as-meeting = The meeting in figures (CSV)
by-place-title = How each place was heard
by-place-part = { $place } ({ $n ->
    [one] 1 person
   *[other] { $n } people
  }): { $talk } % of the talk. An even share would be { $fair } %.
by-place-rounded = As people were here at the end. In steps of 10 %, and only for places with 3 people or more.

## Seats at the table
seats-open = Seats…
seats-title = As people sit
seats-mean = Put people in the order round the table. Rounds go in it. The number on a seat stays.
seat-up = { $name }: one seat up
seat-down = { $name }: one seat down
people-show = What to show of people
people-show-bars = How much
people-show-lanes = When
