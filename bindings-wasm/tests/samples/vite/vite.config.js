export default { base: './', build: { assetsInlineLimit: 0 }, logLevel: 'warn' };
