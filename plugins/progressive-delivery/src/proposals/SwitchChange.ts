/** A switch, and what it is to become. */
export interface SwitchChange {
  switch: string;
  enabled: boolean;
}
