/** The clouds that Azure runs in, as data: where to sign in, what to call, which audience credentials trust. */

/** `authority`, `resourceManager` and `graph` are https URLs without a slash at the end. */
export interface Cloud {
  readonly name: string;
  readonly authority: string;
  readonly resourceManager: string;
  readonly graph: string;
  /** The audience of a federated credential (Microsoft Entra, managed identity as federated credential). */
  readonly audience: string;
}

export const clouds: Readonly<Record<'public' | 'usgov' | 'china', Cloud>> = {
  public: {
    name: 'public',
    authority: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    graph: 'https://graph.microsoft.com',
    audience: 'api://AzureADTokenExchange',
  },
  usgov: {
    name: 'usgov',
    authority: 'https://login.microsoftonline.us',
    resourceManager: 'https://management.usgovcloudapi.net',
    graph: 'https://graph.microsoft.us',
    audience: 'api://AzureADTokenExchangeUSGov',
  },
  china: {
    name: 'china',
    authority: 'https://login.chinacloudapi.cn',
    resourceManager: 'https://management.chinacloudapi.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    audience: 'api://AzureADTokenExchangeChina',
  },
};
