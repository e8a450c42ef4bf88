// Below the page: how much it has asked of the network since it was ready, and how it becomes a program of its own.

const TEXTS = {
  vi: {
    none: 'Từ khi mở xong, trang này chưa gửi yêu cầu nào ra mạng.',
    own: (n) => `Từ khi mở xong: ${n} yêu cầu, chỉ để lấy tệp của chính trang này; nội dung bài không được gửi đi.`,
    other: (n) => `Chú ý: ${n} yêu cầu tới nơi khác. Có thể do phần mở rộng của trình duyệt.`,
    install: 'Cài Lăng Kính vào máy',
    installed: 'Đã cài. Lăng Kính mở được cả khi không có mạng.',
    byHand: 'Muốn cài: trong menu của trình duyệt, chọn “Thêm vào màn hình chính” hoặc “Cài đặt ứng dụng”.',
  },
  en: {
    none: 'Since it was ready, this page has made no request to the network.',
    own: (n) => `Since it was ready: ${n} ${n === 1 ? 'request' : 'requests'}, only for files of this page; no text is sent.`,
    other: (n) => `Mind: ${n} ${n === 1 ? 'request' : 'requests'} to another place. A browser extension may be the cause.`,
    install: 'Install Lăng Kính',
    installed: 'Installed. Lăng Kính opens without a network, too.',
    byHand: 'To install it: choose “Add to Home Screen” or “Install app” in the menu of the browser.',
  },
};

/** Fills `place` and keeps it true. `engine` tells of what its worker asks. */
export function stand(place, engine) {
  const count = { own: 0, other: 0 };
  let prompt;
  let isInstalled = false;
  const texts = () => TEXTS[document.documentElement.lang] ?? TEXTS.vi;
  const meter = document.createElement('output');
  const line = document.createElement('p');
  line.append(meter);
  const button = document.createElement('button');
  button.type = 'button';
  const hint = document.createElement('p');
  place.replaceChildren(line, button, hint);

  // Safari on phones and tablets has no prompt, only its menu.
  const hasMenuOnly = 'standalone' in navigator && !navigator.standalone;
  const show = () => {
    const t = texts();
    const { own, other } = count;
    meter.textContent = other ? t.other(other) : own ? t.own(own) : t.none;
    meter.className = other ? 'is-asking' : '';
    place.dataset.own = own;
    place.dataset.other = other;
    button.hidden = !prompt;
    button.textContent = t.install;
    hint.textContent = isInstalled ? t.installed : hasMenuOnly ? t.byHand : '';
    hint.hidden = !hint.textContent;
  };
  const asked = (addresses) => {
    for (const address of addresses) {
      // What is made on this device is no request.
      if (/^(data|blob):/.test(address)) continue;
      count[new URL(address, location.href).origin === location.origin ? 'own' : 'other'] += 1;
    }
    show();
  };

  const start = performance.now();
  new PerformanceObserver((list) => {
    asked(list.getEntries().filter((entry) => entry.startTime >= start).map((entry) => entry.name));
  }).observe({ type: 'resource' });
  engine?.addEventListener('network', ({ detail }) => asked(detail.addresses));
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    prompt = event;
    show();
  });
  addEventListener('appinstalled', () => {
    prompt = undefined;
    isInstalled = true;
    show();
  });
  button.addEventListener('click', async () => {
    const asking = prompt;
    prompt = undefined;
    await asking?.prompt();
    show();
  });
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['lang'] });
  show();
}
