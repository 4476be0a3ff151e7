using Interlock.Core.Contract;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Effective;

/// <summary>The value of a key that was left out because something else decides it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">What decides it.</param>
internal sealed record DerivedValue(object Value, string Origin)
{
    /// <summary>Null when the key has a value of its own, or nothing decides it.</summary>
    public static DerivedValue? Of(KeyValue item, RunSettings settings, SafetyContract? contract)
    {
        if (item.Value is not null)
        {
            return null;
        }

        return item.Path switch
        {
            "loop.rate_hz" => Rate(contract?.RateHz, "contract"),
            "policy.rate_hz" or "fallback_policy.rate_hz" => Rate(settings.Loop.RateHz ?? contract?.RateHz, "loop.rate_hz"),
            "policy.seed" or "fallback_policy.seed" or "robot.seed" => new DerivedValue(settings.Run.Seed, "run.seed"),
            _ => null,
        };
    }

    private static DerivedValue? Rate(double? rateHz, string origin) => rateHz is { } rate ? new DerivedValue(rate, origin) : null;
}
