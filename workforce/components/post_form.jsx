// Forms whose values go to an HTTP route and nowhere else. Page events may end up in a log; secrets must not.
import { useState } from "react";
import { CopyButton } from "$/public/external/workforce/components/copying/copying.jsx";

async function post(action, body) {
  try {
    const reply = await fetch(action, { method: "POST", body, credentials: "same-origin" });
    return await reply.json();
  } catch {
    return { sentence: "We could not reach the server. What you typed is still here; try again in a minute." };
  }
}

export function PostForm({ action, onAnswer, className, children }) {
  const [busy, setBusy] = useState(false);
  const send = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    const reply = await post(action, new FormData(form));
    setBusy(false);
    if (reply.id) form.reset();
    onAnswer({ id: reply.id ?? "", sentence: reply.sentence ?? "", field: reply.field ?? "" });
  };
  return (
    <form onSubmit={send} className={className} aria-busy={busy} autoComplete="off">
      <fieldset disabled={busy} className="contents">
        {children}
      </fieldset>
    </form>
  );
}

// A button that fetches a secret and shows it in its place, for as long as this page is open.
export function Reveal({ action, words, looks, onAnswer }) {
  const [told, setTold] = useState({});
  if (told.secret) {
    return (
      <div className={looks.box} role="status">
        <code className={looks.secret}>{told.secret}</code>
        <CopyButton text={told.secret} looks={looks.copy} />
      </div>
    );
  }
  const ask = async () => {
    const reply = await post(action, new FormData());
    setTold(reply);
    onAnswer({ id: "", sentence: reply.sentence ?? "", field: "" });
  };
  return (
    <button type="button" className={looks.button} onClick={ask}>
      {words}
    </button>
  );
}
