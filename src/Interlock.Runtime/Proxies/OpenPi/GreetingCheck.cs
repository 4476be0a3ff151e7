using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;
using Interlock.Policies.Wire;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>
/// What an openpi server says about itself, against the specification. openpi sends whatever the policy's metadata has; where it names the number of
/// actions, their width, their rate or the statistics, that has to agree, and what it does not name is not compared.
/// </summary>
internal static class GreetingCheck
{
    private static readonly string[] KeyNames = ["norm_stats_key", "unnorm_key", "asset_id"];
    private static readonly string[] WidthNames = ["action_dim"];
    private static readonly string[] HorizonNames = ["action_horizon"];
    private static readonly string[] RateNames = ["control_hz", "action_rate_hz"];

    /// <exception cref="DiagnosticException">RT235: the server runs something else.</exception>
    public static void Check(WireValue greeting, ExecutableSpec? spec)
    {
        if (spec is null || greeting is not WireValue.Map { Entries: var entries })
        {
            return;
        }

        foreach (string name in KeyNames)
        {
            if (entries.GetValueOrDefault(name) is WireValue.Text { Value: var key } && key != spec.Unnormaliser.Key)
            {
                throw Differs(name, Quoted.Of(key), Quoted.Of(spec.Unnormaliser.Key));
            }
        }

        CheckNumber(entries, WidthNames, spec.Action.Channels.Count);
        CheckNumber(entries, HorizonNames, spec.Action.Horizon);
        CheckNumber(entries, RateNames, spec.Action.RateHz);
    }

    private static void CheckNumber(IReadOnlyDictionary<string, WireValue> entries, string[] names, double? specified)
    {
        foreach (string name in names)
        {
            if (specified is { } expected && Number(entries.GetValueOrDefault(name)) is { } stated && stated != expected)
            {
                throw Differs(name, ShortNumber.Of(stated), ShortNumber.Of(expected));
            }
        }
    }

    private static double? Number(WireValue? value) => value switch
    {
        WireValue.Integer whole => (double)whole.Value,
        WireValue.Number number => number.Value,
        _ => null,
    };

    private static DiagnosticException Differs(string name, string stated, string specified) => ProxyError.Of(
        ProxyCodes.OtherPolicy,
        "upstream",
        $"the policy server's `{name}` is {stated}, and the specification has {specified}",
        "start the server with the checkpoint and the statistics that were meant, or name its specification");
}
