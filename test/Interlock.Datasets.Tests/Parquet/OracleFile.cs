using System.Text.Json;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.Tests.Parquet;

/// <summary>Compares one Parquet file with what an independent reader found in it.</summary>
internal sealed class OracleFile(ParquetFile file)
{
    private const double RelativeRounding = 1e-11;

    public void MatchesSum(string name, JsonElement sums)
    {
        double[] expected = [.. sums.EnumerateArray().Select(item => item.GetDouble())];
        double[] values = Numbers(name, expected.Length);
        double[] actual = new double[expected.Length];
        for (int i = 0; i < values.Length; i++)
        {
            actual[i % actual.Length] += values[i];
        }

        double[] scale = new double[expected.Length];
        for (int i = 0; i < values.Length; i++)
        {
            scale[i % scale.Length] += Math.Abs(values[i]);
        }

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= RelativeRounding * scale[i],
                $"{file.Name} {name}[{i}]: {expected[i]} expected, {actual[i]} read");
        }
    }

    public void MatchesRow(JsonElement row, bool isLast)
    {
        foreach (JsonProperty item in row.EnumerateObject())
        {
            MatchesValue(item.Name, item.Value, isLast);
        }
    }

    private void MatchesValue(string name, JsonElement value, bool isLast)
    {
        if (file.Find(name)!.IsText)
        {
            string?[] texts = Texts(name)[isLast ? ^1 : 0];
            Assert.Equal(
                value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString())] : [value.GetString()],
                texts);
            return;
        }

        double[] expected = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Number)] : [Number(value)];
        double[] values = Numbers(name, expected.Length);
        Assert.Equal(expected, isLast ? values[^expected.Length..] : values[..expected.Length]);
    }

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };

    private double[] Numbers(string name, int width)
    {
        using ColumnReader<double> reader = file.Numbers(file.Find(name)!);
        double[] values = new double[file.RowCount * width];
        reader.ReadRows(values, width);
        reader.ExpectEnd();
        return values;
    }

    private IReadOnlyList<string?[]> Texts(string name)
    {
        using ColumnReader<string?> reader = file.Texts(file.Find(name)!);
        return reader.ReadAllRows();
    }
}
