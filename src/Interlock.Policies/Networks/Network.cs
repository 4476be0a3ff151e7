namespace Interlock.Policies.Networks;

/// <summary>Layers evaluated one after the other in two buffers that are reused.</summary>
internal sealed class Network
{
    private readonly DenseLayer[] _layers;
    private float[] _input;
    private float[] _output;

    public Network(DenseLayer[] layers)
    {
        _layers = layers;
        int width = layers.Max(layer => Math.Max(layer.Inputs, layer.Outputs));
        _input = new float[width];
        _output = new float[width];
    }

    public int Outputs => _layers[^1].Outputs;

    /// <summary>Runs the network; the result lives until the next call.</summary>
    /// <param name="input">Values of the first layer.</param>
    /// <param name="masks">Which units are switched off; null for none.</param>
    public ReadOnlySpan<float> Run(ReadOnlySpan<float> input, CountedBits? masks)
    {
        input.CopyTo(_input);
        for (int i = 0; i < _layers.Length; i++)
        {
            DenseLayer layer = _layers[i];
            Span<float> output = _output.AsSpan(0, layer.Outputs);
            layer.Apply(_input, output);
            Activations.Apply(layer.Description.Activation, output);
            if (masks is { } bits && layer.Description.Dropout > 0)
            {
                SwitchOff(output, layer.Description.Dropout, bits, i);
            }

            if (layer.Description.IsResidual)
            {
                Add(_input, output);
            }

            (_input, _output) = (_output, _input);
        }

        return _input.AsSpan(0, Outputs);
    }

    /// <summary>Inverted dropout: what stays is scaled up so that the mean stays.</summary>
    private static void SwitchOff(Span<float> values, double probability, CountedBits bits, int layer)
    {
        float scale = (float)(1 / (1 - probability));
        for (int unit = 0; unit < values.Length; unit++)
        {
            values[unit] = bits.Uniform(layer, unit) < probability ? 0 * values[unit] : scale * values[unit];
        }
    }

    private static void Add(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < output.Length; i++)
        {
            output[i] += input[i];
        }
    }
}
