using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Interlock.Simulation.Episodes;

namespace Interlock.Simulation.Tests;

internal static class StateHash
{
    public static string Of(params double[][] arrays)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (double[] array in arrays)
        {
            hash.AppendData(MemoryMarshal.AsBytes(array.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public static string Of(EpisodeOutcome outcome) => Of(
        outcome.Episode.Actions,
        outcome.Episode.States!,
        outcome.ExecutedActions,
        outcome.Extremes.PeakSpeed,
        outcome.Extremes.Lowest,
        outcome.Extremes.Highest,
        [outcome.Extremes.PeakForceN]);
}
