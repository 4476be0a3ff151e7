using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates;

/// <summary>The numbers of a certificate that follow from its specification. They are written for the reviewer and computed again by every reader.</summary>
internal static class CertificateNumbers
{
    /// <summary>Beyond [−1, 1]: training clips there, inference does not.</summary>
    private const double Outside = 1.3;

    public static CertifiedSibling[] Siblings(ExecutableSpec spec) => [.. spec.Siblings.Select(sibling => Sibling(spec, sibling))];

    public static ProbeTable Probes(ExecutableSpec spec)
    {
        Unnormaliser unnormaliser = new(spec.Unnormaliser, spec.Action.Channels.Count);
        ProbeRow[] rows = [.. ProbeValues(spec.Action.Channels.Count).Select(z => new ProbeRow(z, Command(spec, unnormaliser, z)))];
        return new ProbeTable(rows, ProbeTable.DefaultTolerance, ProbeTable.DefaultTolerance);
    }

    /// <summary>The command at the first position of a chunk, before state is added.</summary>
    public static double[] Command(ExecutableSpec spec, Unnormaliser unnormaliser, ReadOnlySpan<double> z)
    {
        double[] command = new double[z.Length];
        unnormaliser.Inverse(z, 0, command);
        if (spec.Gripper is { } mapping && IndexOf(spec, mapping.Channel) is >= 0 and int channel)
        {
            command[channel] = new GripperStep(mapping).Forward(command[channel]);
        }

        return command;
    }

    private static int IndexOf(ExecutableSpec spec, string name) =>
        spec.Action.Channels.Index().Where(item => item.Item.Name == name).Select(item => item.Index).FirstOrDefault(-1);

    /// <summary>Zero, all ±1, all ±1.3, and each channel alone at ±1.</summary>
    private static IEnumerable<double[]> ProbeValues(int channels)
    {
        foreach (double level in (double[])[0, 1, -1, Outside, -Outside])
        {
            yield return [.. Enumerable.Repeat(level, channels)];
        }

        for (int channel = 0; channel < channels; channel++)
        {
            foreach (double level in (double[])[1, -1])
            {
                double[] alone = new double[channels];
                alone[channel] = level;
                yield return alone;
            }
        }
    }

    private static CertifiedSibling Sibling(ExecutableSpec spec, Normaliser sibling)
    {
        SpecDrift drift = SpecDrift.Between(spec, sibling);
        return new CertifiedSibling
        {
            Key = sibling.Key,
            Fingerprint = StatisticsFingerprint.Of(sibling),
            DriftMeanAbs = Finite(drift.MeanAbsolute),
            DriftWorst = Finite(drift.Worst),
            MaxChannel = drift.MaxChannel.Channel.Name,
            NullMmPerS = Finite(drift.Null.MmPerS),
            NullRadPerS = Finite(drift.Null.RadPerS),
        };
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
