using System.Globalization;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Where a policy server listens: <c>ws://host:8000</c>, <c>http://host:8000/act</c>, <c>grpc://host:8080</c> or <c>host:8080</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Host">Name or address.</param>
/// <param name="Port">1 to 65535.</param>
internal sealed record PeerAddress(string Text, string Host, int Port)
{
    /// <summary>Ports that a scheme stands for without saying so: of openpi and of LeRobot servers where the scheme has no port of its own.</summary>
    private static readonly Dictionary<string, int> Ports = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ws"] = 80,
        ["http"] = 80,
        ["wss"] = 443,
        ["https"] = 443,
        ["grpc"] = 8080,
        ["tcp"] = 0,
    };

    /// <summary>Null when the text is no address.</summary>
    public static PeerAddress? Parse(string text)
    {
        string whole = text.Contains("://", StringComparison.Ordinal) ? text : $"tcp://{text}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri) || !Ports.TryGetValue(uri.Scheme, out int usual) || uri.Host.Length == 0)
        {
            return null;
        }

        int port = uri.Port > 0 ? uri.Port : usual;
        return port > 0 ? new PeerAddress(text, uri.DnsSafeHost, port) : null;
    }

    public string Endpoint => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
