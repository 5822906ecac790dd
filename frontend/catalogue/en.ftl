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
first-lost = Your connection may be down, or the server is busy. We keep trying; you need not do anything.

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
take-part = How do you want to take part?
observer = You are watching. Observers don't speak or raise a hand here.

waiting-title = We haven't started yet
waiting-text = This page opens by itself when your facilitator starts. You can put the phone down.
waiting-here = { $n ->
    [0] Nobody else is here yet.
    [one] 1 person is here.
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
why-moved = Moved by the facilitator.
why-moved-means = Your facilitator chose this place by hand.
why-not_ready = Not ready yet.
why-not_ready-means = Nobody loses their place. Say when you are ready, and you stand where you stood.
reason-own-heard_least = You have been heard less than most.
reason-own-first_time = It is your first time.
reason-own-asked_first = You stand where you asked.
reason-own-overtaken = You have waited while others went first, so you go now.
reason-own-moved = Your facilitator moved you.
reason-own-not_ready = You are not ready yet.

policy-balanced = in fair order
policy-fifo = who asked first
who-next = Next
order-you = You

you-have-the-floor = You have the floor
my-turn-of = of { $length }
my-turn-over = Your { $length } are over. Finish your thought.
my-turn-no-clock = Take the time that you need.
im-done = I'm done
one-more-minute = 1 more minute
title-floor = You have the floor
title-next = You are next

tap-start = I'm speaking
tap-start-means = Press when you start
tap-stop = I'm done speaking
tap-stop-means = We count since { $clock }. Press when you stop.

listening-start = I'm listening
listening-title = You are listening
listening-text = OK. We won't ask you to speak. You can join in any time.
listening-end = I'd like to join in again
nudging-stop = Don't ask me today
nudging-start = You may ask me again
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
invitation-text = You can speak, or say nothing. Both are fine.
invitation-speak-next = Speak next
invitation-not-now = Not now
invitation-not-today = Don't ask me today
note-title = A note for you
note-only-you = Only you can see it
note-open = Open
note-read = Thank you
note-dominant_voice = You've given us a lot to think about. Others may want to come in. Would you like to ask what they think?
note-other = Your facilitator's assistant has a thought for you. Ask your facilitator about it.

lost-title = The connection is lost
lost-text = { $seconds ->
    [one] We have been trying again for 1 second.
   *[other] We have been trying again for { $seconds } seconds.
  }
lost-hand = { $place ->
    [0] Your hand is kept.
   *[other] Your hand is kept: you are { $place_kind ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
      }.
  }
lost-last-known = You see what we last knew, at { $time }.
lost-voice = Go on by voice. Your facilitator can put your hand up for you.
kept-sent = Sent when we are back
kept-hand-raise = Raise my hand
kept-hand-lower = Lower my hand
kept-turn-end = I'm done
kept-invitation-answer = Your answer
kept-participant-set_listening = I'm listening

ended-title = The meeting has ended
ended = Thank you for being here.
report-read = Read the report

aloud-floor = { $name } has the floor.
aloud-place = { $place ->
    [1] You are next.
   *[other] You are { $place_kind ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
      } in the queue.
  }
aloud-mine = You have the floor.
aloud-note = There is a note for you.
aloud-planned = The meeting has not started yet.
aloud-open = The meeting has started.
aloud-ended = The meeting has ended.

## How long a turn has run

turn-of = of { $clock }
turn-over = over { $length }
turn-no-clock = no clock
