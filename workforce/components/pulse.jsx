// Says "still here" while the page is open and on screen, so that the server knows for whom it watches.
import { useEffect, useRef } from "react";

export function Pulse({ every, onBeat }) {
  const latest = useRef(onBeat);
  latest.current = onBeat;
  useEffect(() => {
    const beat = () => document.visibilityState === "visible" && latest.current();
    const timer = setInterval(beat, every);
    document.addEventListener("visibilitychange", beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
    };
  }, [every]);
  return null;
}
