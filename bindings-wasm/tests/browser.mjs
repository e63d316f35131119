// Chromium without a window.

import { chromium } from 'playwright-core';

/** The browser: `CHROMIUM`, else where Debian puts it. */
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const browser = () =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
