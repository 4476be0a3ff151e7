using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>
/// Reads <c>effective</c>, the scale and offset that a reviewer looked at. They are recomputed from the statistics and have to agree:
/// otherwise the reviewer approved another policy.
/// </summary>
internal static class EffectiveReader
{
    /// <summary>In certified half-ranges: what the gate counts as equal (specification note, section 9).</summary>
    private const double Tolerance = 1e-6;

    public static void Check(GroupReader unnormaliser, Normaliser normaliser, ActionSpec action, ReadingReport report)
    {
        GroupReader? group = unnormaliser.Group(SpecKeys.Effective, SpecKeys.EffectiveMap);
        NumberTable? scale = group?.Require("scale", "state one scale per channel, or leave effective out").Table("scale");
        NumberTable? offset = group?.Require("offset", "state one offset per channel, or leave effective out").Table("offset");
        if (group is null || scale is null || offset is null || report.HasErrors || !IsComputable(normaliser, action))
        {
            return;
        }

        AffineMap map = AffineMap.Inverse(normaliser, action.Channels.Count);
        Compare(group.PathOf("scale"), scale, map, isScale: true, report);
        Compare(group.PathOf("offset"), offset, map, isScale: false, report);
    }

    private static bool IsComputable(Normaliser normaliser, ActionSpec action) =>
        action.Channels.Count is > 0 and <= SpecLimits.MaxChannels && normaliser.Statistics?.Timesteps is null or (> 0 and <= SpecLimits.MaxTimesteps);

    private static void Compare(string path, NumberTable stated, AffineMap map, bool isScale, ReadingReport report)
    {
        int line = report.PlaceOf(path).Line ?? 1;
        if ((stated.Rows, stated.Width) != (map.Timesteps, map.Channels))
        {
            string shape = $"{stated.Rows} × {stated.Width} numbers where the map has {map.Timesteps} × {map.Channels}";
            report.Error("EX119", path, line, shape, "leave effective out; it is written anew");
            return;
        }

        for (int i = 0; i < stated.Values.Count; i++)
        {
            (int timestep, int channel) = int.DivRem(i, map.Channels);
            double expected = (isScale ? map.ScaleAt(timestep) : map.OffsetAt(timestep))[channel];
            if (!Agrees(stated.Values[i], expected, map.ScaleAt(timestep)[channel]))
            {
                string place = map.Timesteps == 1 ? $"{path}[{channel}]" : $"{path}[{timestep}][{channel}]";
                string message = $"{stated.Values[i]:R} is stated, the statistics give {expected:R}";
                report.Error("EX119", place, line, message, "find out which of the two is meant; leave effective out to have it written anew");
                return;
            }
        }
    }

    private static bool Agrees(double stated, double expected, double scale) =>
        stated.Equals(expected) || Math.Abs(stated - expected) <= Tolerance * (Math.Abs(scale) + Math.Abs(expected));
}
