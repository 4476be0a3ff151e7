using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Policies.Confidence;
using Interlock.Policies.Files;
using Interlock.Policies.Local;

namespace Interlock.Policies.Networks;

/// <summary>
/// A small network in this process: state and task in, T×D actions out, float32, nothing allocated per answer. The first chunk is the
/// network's own answer; further ones are Monte-Carlo dropout, or draws of the tokens where there is no dropout. Answers depend on
/// seed, step and observation alone. A state value that is not finite gives NaN in every action.
/// </summary>
public sealed class NetworkPolicy : IPolicy
{
    private const long MostDescriptionBytes = 4 << 20;
    private const long MostWeightBytes = 1 << 29;

    private readonly NetworkDescription _network;
    private readonly Network _layers;
    private readonly float[] _input;
    private ulong _seed;

    private NetworkPolicy(NetworkDescription network, DenseLayer[] layers, int samples, string file)
    {
        bool hasDropout = network.Layers.Any(layer => layer.Dropout > 0);
        SampleOrigin = samples == 1 ? SampleOrigin.None : hasDropout ? SampleOrigin.Dropout : SampleOrigin.Sampling;
        if (samples > 1 && !hasDropout && network.Tokens is null)
        {
            throw new DiagnosticException(
                NetworkCodes.NoSamples,
                $"{samples} samples are asked for, and the network gives one answer",
                SourcePlace.OfFile(file),
                "ask for one sample; networks with dropout or tokens give more");
        }

        _network = network;
        _layers = new Network(layers);
        _input = new float[network.InputWidth];
        Description = new PolicyDescription
        {
            Name = network.Name,
            Kind = "network",
            ActionDimension = network.ActionDimension,
            MaxRows = network.Rows,
            MaxSamples = samples,
        };
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <summary>Where the alternative chunks come from.</summary>
    public SampleOrigin SampleOrigin { get; }

    /// <summary>Reads a description and the weights that it names.</summary>
    /// <param name="path">The <c>*.network.json</c> file.</param>
    /// <param name="samples">Chunks per answer, 1 or more; more than one needs dropout or tokens.</param>
    /// <exception cref="DiagnosticException">PO170 to PO174 and PO180 to PO185; PO007, PO040 and others for a damaged weights file.</exception>
    public static NetworkPolicy Load(string path, int samples = 1)
    {
        NetworkDescription network = NetworkReader.Read(FileBytes.Read(path, MostDescriptionBytes), path);
        string weights = Path.Combine(Path.GetDirectoryName(path) ?? "", network.Weights);
        return Create(network, FileBytes.Read(weights, MostWeightBytes), weights, samples);
    }

    /// <summary>A network from memory.</summary>
    /// <param name="network">The description; as a file of it would have to be.</param>
    /// <param name="safetensors">The weights.</param>
    /// <param name="weightsName">The weights as findings name them.</param>
    /// <param name="samples">Chunks per answer, 1 or more.</param>
    /// <exception cref="DiagnosticException">PO180 to PO185; PO007, PO040 and others for damaged weights.</exception>
    public static NetworkPolicy Create(NetworkDescription network, ReadOnlyMemory<byte> safetensors, string weightsName, int samples = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        return new NetworkPolicy(network, NetworkTensors.Layers(network, safetensors, weightsName), samples, weightsName);
    }

    /// <inheritdoc />
    public void BeginEpisode(ulong seed) => _seed = seed;

    /// <inheritdoc />
    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        Observation observation = request.Observation;
        ObservationCheck.Length(observation.State.Span, _network.StateDimension, _network.Name);
        bool isFinite = SetState(observation.State.Span);
        SetTask(observation.Task);
        Answer.Begin(chunk, observation, Description, _network.Rows, Description.MaxSamples);
        for (int sample = 0; sample < Description.MaxSamples; sample++)
        {
            cancellation.ThrowIfCancellationRequested();
            Fill(chunk, sample, new CountedBits(_seed, observation.Step, sample));
        }

        if (!isFinite)
        {
            Spoil(chunk);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private void Fill(PolicyChunk chunk, int sample, CountedBits bits)
    {
        bool masked = sample > 0 && SampleOrigin == SampleOrigin.Dropout;
        ReadOnlySpan<float> output = _layers.Run(_input, masked ? bits : null);
        if (_network.Tokens is not { } head)
        {
            Widen(output, chunk.Sample(sample));
            return;
        }

        if (sample == 0)
        {
            chunk.TokenEntropyNats = TokenDecoder.MeanEntropyNats(head, output);
        }

        if (sample > 0 && !masked)
        {
            TokenDecoder.Draw(head, output, bits, chunk.Sample(sample));
        }
        else
        {
            TokenDecoder.Likeliest(head, output, chunk.Sample(sample));
        }
    }

    private bool SetState(ReadOnlySpan<double> state)
    {
        bool isFinite = true;
        for (int i = 0; i < state.Length; i++)
        {
            double mean = _network.StateMean.Count > 0 ? _network.StateMean[i] : 0;
            double deviation = _network.StateDeviation.Count > 0 ? _network.StateDeviation[i] : 1;
            _input[i] = (float)((state[i] - mean) / deviation);
            isFinite &= float.IsFinite(_input[i]);
        }

        return isFinite;
    }

    private void SetTask(string? task)
    {
        bool found = _network.Tasks.Count == 0;
        for (int i = 0; i < _network.Tasks.Count; i++)
        {
            bool isIt = _network.Tasks[i] == task;
            _input[_network.StateDimension + i] = isIt ? 1 : 0;
            found |= isIt;
        }

        if (!found)
        {
            throw UnknownTask(task);
        }
    }

    private DiagnosticException UnknownTask(string? task) => new(
        NetworkCodes.UnknownTask,
        task is null ? $"the network '{_network.Name}' needs a task" : $"the network '{_network.Name}' was not trained for the task {Core.Text.Quoted.Of(task)}",
        null,
        $"it knows {string.Join(", ", _network.Tasks.Take(8).Select(Core.Text.Quoted.Of))}");

    private static void Spoil(PolicyChunk chunk)
    {
        for (int sample = 0; sample < chunk.Samples; sample++)
        {
            chunk.Sample(sample).Fill(double.NaN);
        }

        chunk.TokenEntropyNats = chunk.TokenEntropyNats is null ? null : double.NaN;
    }

    private static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = from[i];
        }
    }
}
