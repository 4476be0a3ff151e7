using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX023: an unnormaliser that is present and does nothing, the silent failure of most libraries.</summary>
internal sealed class InertCheck : IGateCheck
{
    /// <summary>Largest distance of scale from 1 and offset from 0 that counts as doing nothing, in decoded units.</summary>
    private const double NothingBelow = 1e-6;

    public void Run(GateContext context, GateResults results)
    {
        int channels = context.Certified.Action.Channels.Count;
        AffineMap certified = AffineMap.Inverse(context.Certified.Unnormaliser, channels);
        AffineMap running = AffineMap.Inverse(context.Running.Unnormaliser, channels);
        string[] inert = [.. Enumerable.Range(0, channels)
            .Where(channel => DoesNothing(running, channel) && !DoesNothing(certified, channel))
            .Select(channel => context.Certified.Action.Channels[channel].Name)];
        if (inert.Length > 0)
        {
            string why = context.Running.Unnormaliser.Statistics is null ? $"; there are no statistics for `{context.Running.Unnormaliser.Key}`" : "";
            results.Fail(
                GateCode.Inert, string.Join(", ", inert), $"unnormaliser is present but does nothing on {string.Join(", ", inert)}{why}", "unnormalised", "network output as it is");
        }
        else
        {
            results.Pass(GateCode.Inert, "unnormaliser", "does what it should wherever it should");
        }
    }

    private static bool DoesNothing(AffineMap map, int channel) => Enumerable.Range(0, map.Timesteps).All(timestep =>
        Math.Abs(map.ScaleAt(timestep)[channel] - 1) <= NothingBelow && Math.Abs(map.OffsetAt(timestep)[channel]) <= NothingBelow);
}
