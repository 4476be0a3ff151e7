using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.Bench.ExecSpec;

/// <summary>What it costs to decode a chunk, beside copying it.</summary>
internal sealed class DecodeBench
{
    private const int Rows = 50;
    private const int Channels = 14;
    private const int CountedChunks = 10_000;

    private readonly StepTimer _timer;
    private readonly double[] _z = new double[Rows * Channels];
    private readonly double[] _state = new double[Channels];
    private readonly double[] _command = new double[Rows * Channels];

    public DecodeBench(TimeProvider clock)
    {
        _timer = new StepTimer(clock);
        SeededRandom random = new(1);
        for (int i = 0; i < _z.Length; i++)
        {
            _z[i] = random.NextDouble(-1.3, 1.3);
        }
    }

    /// <summary>Median time of a plain copy of the chunk.</summary>
    public double CopyNs() => _timer.MedianNs(_ => _z.CopyTo(_command.AsSpan()));

    /// <summary>Median time of the unnormaliser alone.</summary>
    public double UnnormaliseNs()
    {
        Unnormaliser unnormaliser = new(DecodeFixture.Quantiles(Channels, LibraryArithmetic.OpenVlaOft), Channels);
        return _timer.MedianNs(_ => unnormaliser.InverseChunk(_z, _command));
    }

    /// <summary>Median time of the composed path.</summary>
    public double DecodeNs(ExecutableSpec spec)
    {
        ActionDecoder decoder = new(spec);
        return _timer.MedianNs(_ => decoder.Decode(_z, _state, [], _command));
    }

    /// <summary>Bytes that a chunk through the composed path allocates.</summary>
    public double BytesPerChunk()
    {
        ActionDecoder decoder = new(DecodeFixture.TwoArms(ActionReference.RelativeChunk));
        decoder.Decode(_z, _state, [], _command);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < CountedChunks; i++)
        {
            decoder.Decode(_z, _state, [], _command);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)CountedChunks;
    }

    public static void Run(TextWriter output, TimeProvider clock)
    {
        DecodeBench bench = new(clock);
        double copy = bench.CopyNs();
        output.WriteLine($"one chunk of {Rows} x {Channels}                    ns   x copy");
        Line("copy", copy);
        Line("unnormalise", bench.UnnormaliseNs());
        Line("decode, clipped", bench.DecodeNs(DecodeFixture.Clipped(Channels)));
        Line("decode, absolute, gripper decided", bench.DecodeNs(DecodeFixture.TwoArms(ActionReference.Absolute)));
        Line("decode, relative to chunk start", bench.DecodeNs(DecodeFixture.TwoArms(ActionReference.RelativeChunk)));
        Line("decode, displacements", bench.DecodeNs(DecodeFixture.TwoArms(ActionReference.DeltaStep)));
        Line("decode, composed axis-angle", bench.DecodeNs(DecodeFixture.Pose()));
        output.WriteLine($"bytes per chunk {bench.BytesPerChunk()}");

        void Line(string name, double ns) => output.WriteLine($"  {name,-34}{ns,8:0}{ns / copy,9:0.0}");
    }
}
