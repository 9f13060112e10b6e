/// How the page looks: quiet, in the colours of the charts, light or dark as the reader has it.
enum Style {
    static let element = """
        <style>
        :root {
          color-scheme: light dark;
          --paper: #fff; --ink: #1a202c; --muted: #566070; --line: #e6e9ee;
          --wash: #f4f6f9; --accent: #3350b0;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #151921; --ink: #f0f2f5; --muted: #a5aebb; --line: #2a303b;
            --wash: #1e242e; --accent: #93abfa;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
        body { margin: 0; font: 1rem/1.55 Inter, system-ui, sans-serif;
          color: var(--ink); background: var(--paper); }
        header, main, footer { max-width: 78rem; margin: 0 auto;
          padding: 0 clamp(1rem, 4vw, 2.5rem); }
        header { padding-top: clamp(2rem, 7vw, 4.5rem); }
        footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--muted); font-size: .875rem; }
        h1, h2, h3 { line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; }
        h1 { font-size: clamp(2rem, 6vw, 2.75rem); letter-spacing: -.03em; margin: 0 0 .5rem; }
        h2 { font-size: 1.5rem; margin: 3.5rem 0 1rem; padding-top: 1.5rem;
          border-top: 1px solid var(--line); }
        h3 { font-size: 1.125rem; margin: 2.75rem 0 1rem; }
        p, li { max-width: 42rem; }
        .lead { font-size: 1.1875rem; color: var(--muted); margin: 0 0 1.25rem; text-wrap: pretty; }
        ul { padding-left: 1.1rem; }
        a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px;
          border-radius: 3px; }
        code, output, textarea { font: .8125rem/1.5 var(--mono); overflow-wrap: anywhere; }
        nav ul { display: flex; flex-wrap: wrap; gap: .375rem 1.25rem; list-style: none;
          padding: 0; margin: 1.5rem 0 0; }
        nav a { text-decoration: none; }
        nav a:hover { text-decoration: underline; }

        output { max-height: 14em; overflow: auto; }
        .query { display: flex; align-items: flex-start; gap: .5rem; max-width: none; margin: 0;
          padding: .4375rem .625rem; background: var(--wash); border-radius: 6px; }
        .query > :first-child { flex: 1; min-width: 0; }
        .query span { display: inline-block; }
        .query b { font-weight: 400; color: var(--accent); }
        header .query { width: fit-content; max-width: 100%; }
        button { font: .75rem/1.5 Inter, system-ui, sans-serif; min-width: 4.25em; padding: 0 .5em;
          color: var(--muted); background: var(--paper); border: 1px solid var(--line);
          border-radius: 4px; cursor: pointer; }
        button:hover { color: var(--ink); border-color: var(--muted); }

        .grid { display: grid; gap: 2.25rem 2rem; margin: 0;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
        figure { margin: 0; }
        img { display: block; max-width: 100%; height: auto; }
        a:has(> picture):hover { opacity: .85; }
        figcaption p { margin: .25rem 0 .5rem; font-size: .9375rem; font-weight: 500; }
        figcaption .query { margin: 0; font-weight: 400; }

        form { display: grid; gap: .75rem; }
        label { font-size: .875rem; font-weight: 500; }
        textarea { width: 100%; min-height: 5.5rem; padding: .625rem .75rem; resize: vertical;
          field-sizing: content; max-height: 50vh; color: inherit; background: var(--wash);
          border: 1px solid var(--muted); border-radius: 6px; font-size: .9375rem; }
        form > a { display: grid; align-items: center; min-height: min(400px, 60vw); }
        form dl { display: grid; gap: .5rem; margin: 0; }
        form div { display: grid; grid-template-columns: 6rem minmax(0, 1fr);
          align-items: baseline; }
        form dt { font-size: .875rem; color: var(--muted); }
        form dd { margin: 0; }
        [role=status] { margin: 0; color: var(--muted); }
        [role=status]:empty, form[hidden] { display: none; }

        .sentence { font-size: 1.125rem; line-height: 2; max-width: 46rem; }
        .sentence a { display: inline-block; vertical-align: -.25em; }
        section > ul:has(.query) { display: grid; gap: .5rem; padding: 0; list-style: none;
          max-width: 42rem; }

        dl.grid { grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); }
        .grid > div { display: flex; flex-direction: column; scroll-margin-top: 1rem; }
        .grid > div:target { outline: 2px solid var(--accent); outline-offset: .75rem;
          border-radius: 3px; }
        dt code { font-size: .9375rem; font-weight: 600; }
        dt span { color: var(--muted); font-size: .875rem; }
        .grid dd { margin: .125rem 0 0; font-size: .9375rem; }
        .grid dd:last-child { margin-top: auto; padding-top: .5rem; }
        .grid dd .query { margin-top: .5rem; }
        .forms { display: grid; gap: .25rem; margin: 2rem 0 0; }
        .forms > div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); }
        .forms dt { font: .9375rem/1.55 var(--mono); }
        .forms dd { margin: 0; font-size: .9375rem; }
        .keys { display: block; color: var(--muted); font-size: .8125rem; }
        .keys a:not(:hover) { text-decoration: none; }
        @media (max-width: 40rem) { form div { grid-template-columns: 1fr; } }
        </style>
        """
}
