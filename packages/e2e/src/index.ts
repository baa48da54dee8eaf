export { Guard } from './scene/Guard';
export { folders } from './scene/folders';
export { guestToken } from './scene/startBackstage';
export { launchBrowser } from './scene/launchBrowser';
export { seen } from './tab/seen';
export { DeliveryTab } from './tab/DeliveryTab';
