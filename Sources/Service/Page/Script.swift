/// What makes the playground live, and nothing else on the page.
enum Script {
    static var element: String { "<script>\(source)</script>" }

    /// The only script that the browser may run: the SHA-256 of `source`, as a policy names it
    /// (CSP 3, section 2.3.1). A test takes the sum again.
    static let hash = "sha256-7MEWRyJembRvfLncUrarjP4oJLvKrWb9pCQsSTe50yA="

    static let source = #"""

        'use strict'
        const form = document.forms[0]
        const field = form.elements.query
        const picture = form.querySelector('img')
        const status = form.querySelector('[role=status]')
        const [address, element, markdown] = form.querySelectorAll('output')
        const dark = matchMedia('(prefers-color-scheme: dark)')

        // What stands behind the question mark: typed, pasted as a whole address, or on many lines.
        function query() {
          const text = field.value.replace(/\s*\n\s*/g, '').trim().replace(/^[^=?]*\?/, '')
          return encodeURI(text).replace(/%25(?=[0-9a-f]{2})/gi, '%')
            .replace(/%20/g, '+').replace(/#/g, '%23')
        }

        // The query drawn for this screen: small on a small one, dark on a dark page.
        function draw() {
          const asked = query()
          const room = Math.floor(form.clientWidth)
          let shown = '?' + asked
          if (room < 800 && !/(^|&)(size=\d+x|w=|h=)/.test(asked)) {
            shown += `&size=${room}x${Math.round(room * 0.6)}`
          }
          if (dark.matches && !/(^|&)(theme|bg)=/.test(asked)) shown += '&theme=dark'
          picture.src = shown
          picture.srcset = /(^|&)dpr=/.test(asked) ? '' : shown + '&dpr=2 2x'
          picture.parentElement.href = '?' + asked
          tell(asked)
        }

        function tell(asked) {
          const url = location.origin + location.pathname + '?' + asked
          const title = new URLSearchParams(asked).get('title') || 'Chart'
          const quoted = text =>
            text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
          address.value = url
          element.value = `<img src="${quoted(url)}" alt="${quoted(title)}">`
          // Brackets and parentheses are Markdown's own.
          const words = title.replace(/[[\]]/g, '')
          markdown.value = `![${words}](${url.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
        }

        picture.onload = () => {
          picture.removeAttribute('width')
          picture.removeAttribute('height')
          status.textContent = ''
        }
        picture.onerror = () => {
          status.textContent = query().length > 7000
            ? 'The query is too long for an address. Post it as a form instead.'
            : 'No picture came. Does the server answer?'
        }

        let timer
        function later() {
          clearTimeout(timer)
          timer = setTimeout(draw, 120)
        }
        field.addEventListener('input', later)
        addEventListener('resize', later)
        dark.addEventListener('change', draw)

        // The address of this page keeps the query, to be reloaded or sent to somebody.
        const keep = () => history.replaceState(null, '', '#' + query())
        field.addEventListener('change', keep)
        if (location.hash.includes('=')) field.value = location.hash.slice(1)
        addEventListener('hashchange', () => {
          if (location.hash.includes('=')) { field.value = location.hash.slice(1); draw() }
        })

        document.addEventListener('click', event => {
          const link = event.target.closest('a[href^="?"]')
          if (!link || form.contains(link)) return
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          field.value = link.getAttribute('href').slice(1)
          draw()
          keep()
          document.getElementById('playground').scrollIntoView()
          // On a phone the focus would bring up the keyboard, which hides the picture.
          if (matchMedia('(hover: hover)').matches) field.focus({ preventScroll: true })
        })

        async function copy(text) {
          try {
            await navigator.clipboard.writeText(text)
          } catch {
            // The clipboard is for https only; this older way works without.
            const area = document.createElement('textarea')
            area.value = text
            document.body.append(area)
            area.select()
            document.execCommand('copy')
            area.remove()
          }
        }

        for (const place of document.querySelectorAll('main .query')) {
          const button = document.createElement('button')
          button.type = 'button'
          button.textContent = 'Copy'
          button.addEventListener('click', async () => {
            await copy(place.firstElementChild.textContent)
            button.textContent = 'Copied'
            setTimeout(() => { button.textContent = 'Copy' }, 1500)
          })
          place.append(button)
        }

        form.addEventListener('submit', event => event.preventDefault())
        for (const part of document.querySelectorAll('[hidden]')) part.hidden = false
        draw()

        """#
}
