using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>Entropy of the action tokens.</summary>
internal sealed class LogitsOutput(OrtTensor tensor)
{
    private readonly int _vocabulary = (int)tensor.Shape[^1];

    /// <summary>Mean over the tokens of −Σ p·ln p with p the softmax over the vocabulary, nats; NaN where a logit is.</summary>
    public double MeanEntropyNats()
    {
        int tokens = tensor.Buffer.Count / _vocabulary;
        double sum = 0;
        for (int token = 0; token < tokens; token++)
        {
            sum += EntropyNats(token * _vocabulary);
        }

        return sum / tokens;
    }

    /// <summary>ln Z − Σ p·(x − max), which neither overflows nor takes the logarithm of 0; a logit of −∞ is a token that cannot be.</summary>
    private double EntropyNats(int start)
    {
        TensorBuffer logits = tensor.Buffer;
        double max = double.NegativeInfinity;
        for (int i = 0; i < _vocabulary; i++)
        {
            max = Math.Max(max, logits.Get(start + i));
        }

        double partition = 0;
        double weighted = 0;
        for (int i = 0; i < _vocabulary; i++)
        {
            double relative = logits.Get(start + i) - max;
            double weight = Math.Exp(relative);
            partition += weight;
            weighted += double.IsNegativeInfinity(relative) ? 0 : weight * relative;
        }

        return Math.Log(partition) - (weighted / partition);
    }
}
