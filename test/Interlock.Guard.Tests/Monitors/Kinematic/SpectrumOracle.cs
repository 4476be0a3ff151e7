using System.Numerics;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

/// <summary>The spectral energy ratio of one window, straight from the definition of the Fourier transform.</summary>
internal static class SpectrumOracle
{
    private const int LowBins = 4;

    public static double LowShare(double[][] window, bool removeMean)
    {
        double low = 0;
        double total = 0;
        for (int j = 0; j < window[0].Length; j++)
        {
            double[] samples = [.. window.Select(action => action[j])];
            double mean = removeMean ? samples.Average() : 0;
            for (int k = 0; k <= samples.Length / 2; k++)
            {
                double energy = Energy(samples, mean, k);
                total += energy;
                low += k < LowBins ? energy : 0;
            }
        }

        return low / total;
    }

    private static double Energy(double[] samples, double mean, int k)
    {
        Complex sum = Complex.Zero;
        for (int n = 0; n < samples.Length; n++)
        {
            double hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / (samples.Length - 1)));
            sum += hann * (samples[n] - mean) * Complex.Exp(-2 * Math.PI * Complex.ImaginaryOne * k * n / samples.Length);
        }

        return (sum * Complex.Conjugate(sum)).Real;
    }
}
