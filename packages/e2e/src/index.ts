export { Guard } from './scene/Guard';
export { launchBrowser } from './scene/launchBrowser';
export { seen } from './tab/seen';
export { DeliveryTab } from './tab/DeliveryTab';
