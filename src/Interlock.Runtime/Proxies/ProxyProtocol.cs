namespace Interlock.Runtime.Proxies;

/// <summary>What is spoken on both sides of a proxy.</summary>
public enum ProxyProtocol
{
    /// <summary>openpi: msgpack over a websocket.</summary>
    Openpi,

    /// <summary>OpenVLA and OpenVLA-OFT: <c>POST /act</c> with json-numpy.</summary>
    Openvla,

    /// <summary>LeRobot's asynchronous inference: gRPC with pickles, or with JSON and safetensors.</summary>
    Lerobot,
}
