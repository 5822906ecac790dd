// Who keeps their card on this device finds it filled in at the next session, once; there they may change it.
import { useEffect } from "../html.js";
import { act, may } from "../actions.js";
import { session } from "../state.js";
import { amendSeat, keptCard, seatOf } from "../store.js";

export function useKeptCard() {
  const id = session.value.id;
  useEffect(() => {
    const card = keptCard();
    const seat = seatOf(id);
    if (!card || !seat || seat.card_given || !may("card.set")) return;
    amendSeat(id, { card_given: true });
    const { bring_in, more_time, no_clock, no_microphone } = card;
    void act({ do: "card.set", bring_in, more_time, no_clock, no_microphone }, { quietly: true });
  }, [id]);
}
