using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Meaning;
using Interlock.Runtime.Proxies.Guarding.Normalised;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>What a proxy can be told.</summary>
internal static class OptionRules
{
    public static void Check(ProxyOptions options)
    {
        string[] schemes = options.Protocol == ProxyProtocol.Openpi ? ["ws", "wss"] : ["http", "https"];
        if (!Uri.TryCreate(options.Upstream, UriKind.Absolute, out Uri? upstream) || !schemes.Contains(upstream.Scheme))
        {
            throw ProxyError.Of(
                ProxyCodes.Address, "upstream", $"{Quoted.Of(options.Upstream)} is no address of {Name(options.Protocol)} server", $"it begins with {schemes[0]}:// or {schemes[1]}://");
        }

        if (!IPAddress.IsLoopback(options.Listen.Address) && string.IsNullOrEmpty(options.Token))
        {
            throw ProxyError.Of(
                ProxyCodes.Address, "listen", $"{options.Listen} can be reached from other machines, and no token is asked for", "give --token-file, or listen on 127.0.0.1");
        }

        if (options.ExecutedRows < 1 || options.LongestRequestBytes < 1 || options.LongestReplyBytes < 1 || options.MostClients < 1)
        {
            throw ProxyError.Of(ProxyCodes.Settings, "options", "counts and lengths are 1 or more");
        }

        if (options.Protocol == ProxyProtocol.Lerobot && options.Tls is not null)
        {
            throw ProxyError.Of(ProxyCodes.Settings, "tls", "lerobot has no TLS on the listening side", "LeRobot's own clients speak gRPC in the clear: listen on loopback, beside the script, and reach the server over https");
        }

        CheckMeaning(options);
        int channels = options.Contract.Channels.Count;
        if (options.State.Channels is { } chosen && chosen.Count != channels)
        {
            throw ProxyError.Of(ProxyCodes.Settings, "state channels", $"{chosen.Count} positions are named; the contract has {channels} channels");
        }
    }

    private static void CheckMeaning(ProxyOptions options)
    {
        if (options.Spec is not { } spec)
        {
            if (options.Replies == ReplyNumbers.Normalised)
            {
                throw ProxyError.Of(
                    ProxyCodes.MeaningMissing, "replies", "normalised replies need a specification that says what the numbers mean", "name it with --spec or --certificate");
            }

            return;
        }

        DiagnosticCollector findings = new();
        MeaningRules.Check(options.Contract, spec, spec.Action.Channels.Count, findings);
        findings.ThrowIfErrors();
        if (options.Replies == ReplyNumbers.Normalised)
        {
            WritableRules.Check(options.Contract, spec, findings);
            findings.ThrowIfErrors();
        }
    }

    private static string Name(ProxyProtocol protocol) => protocol switch
    {
        ProxyProtocol.Openpi => "an openpi",
        ProxyProtocol.Lerobot => "a LeRobot",
        _ => "an OpenVLA",
    };
}
