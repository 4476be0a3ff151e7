using Interlock.Core.Randomness;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.Parquet;

/// <summary>A column of every type that the reader knows.</summary>
internal static class SampleColumns
{
    public static TestColumn[] All(int rows, int width, ulong seed)
    {
        SeededRandom random = new(seed);
        return
        [
            TestColumn.Vectors("action", PhysicalType.Float, width, Values(rows * width, () => (float)(random.NextInt(50) * 0.1))),
            TestColumn.Vectors("observation.state", PhysicalType.Double, width, Values(rows * width, random.NextNormal)),
            TestColumn.Numeric("episode_index", PhysicalType.Int64, [.. Enumerable.Range(0, rows).Select(row => (double)(row / 250))]),
            TestColumn.Numeric("small", PhysicalType.Int32, Values(rows, () => random.NextInt(9) - 4)),
            TestColumn.Numeric("next.success", PhysicalType.Boolean, Values(rows, () => random.NextInt(20) / 19)),
            TestColumn.Text("task", [.. Enumerable.Range(0, rows).Select(row => $"push {row % 7} é")]),
            TestColumn.Text(
                "code",
                [.. Enumerable.Range(0, rows).Select(row => $"{row % 11:000}")]) with { Type = PhysicalType.FixedLengthByteArray, TypeLength = 3 },
        ];
    }

    private static double[] Values(int count, Func<double> next)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
