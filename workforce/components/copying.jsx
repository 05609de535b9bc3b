// A button that copies a text, says so for a moment, and helps where the browser refuses (an address without https).
import { useEffect, useRef, useState } from "react";

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.createElement("textarea");
    box.value = text;
    box.style.position = "fixed";
    box.style.opacity = "0";
    button.after(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    button.focus();
    return done;
  }
}

export function CopyButton({ text, looks, label = "Copy" }) {
  const [said, setSaid] = useState("");
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const press = async (event) => {
    const done = await copy(text, event.currentTarget);
    setSaid(done ? "Copied" : "Press Ctrl+C");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(""), 2000);
  };
  return (
    <button type="button" className={looks} onClick={press}>
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}
