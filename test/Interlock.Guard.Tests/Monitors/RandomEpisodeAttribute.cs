using System.Reflection;
using Xunit.Sdk;

namespace Interlock.Guard.Tests.Monitors;

/// <summary>Seeds, lengths and widths of random episodes on which a streaming monitor must equal a recomputation from the whole episode.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RandomEpisodeAttribute : DataAttribute
{
    private static readonly int[] Widths = [1, 2, 3, 4, 5, 7, 8, 14, 17, 44];

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        foreach (int channels in Widths)
        {
            for (int variant = 0; variant < 3; variant++)
            {
                yield return [(ulong)((channels * 10) + variant), 3 + (variant * 90), channels];
            }
        }
    }
}
