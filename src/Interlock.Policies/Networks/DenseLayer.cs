using System.Numerics;
using System.Runtime.InteropServices;

namespace Interlock.Policies.Networks;

/// <summary>y = W·x + b in float32, vectorised along the inputs.</summary>
internal sealed class DenseLayer(LayerDescription description, float[] weights, float[] bias, int inputs)
{
    public LayerDescription Description => description;

    public int Inputs => inputs;

    public int Outputs => bias.Length;

    public void Apply(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int row = 0; row < bias.Length; row++)
        {
            output[row] = bias[row] + Dot(weights.AsSpan(row * inputs, inputs), input[..inputs]);
        }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> first = Vector<float>.Zero;
        Vector<float> second = Vector<float>.Zero;
        int i = 0;
        for (; i < left.Length - 1; i += 2)
        {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
        }

        if (i < left.Length)
        {
            first += left[i] * right[i];
        }

        float sum = Vector.Sum(first + second);
        for (int rest = left.Length * Vector<float>.Count; rest < a.Length; rest++)
        {
            sum += a[rest] * b[rest];
        }

        return sum;
    }
}
