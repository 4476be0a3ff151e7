using Interlock.Policies.Networks;
using Xunit;

namespace Interlock.Policies.Tests.Networks;

public sealed class TokenDecoderTests
{
    private static readonly TokenHead Head = new(4, -1, 1);

    [Fact]
    public void Equal_logits_have_the_entropy_of_a_fair_die_and_a_sure_token_has_none()
    {
        Assert.Equal(Math.Log(4), TokenDecoder.MeanEntropyNats(Head, [7, 7, 7, 7]), 1e-12);
        Assert.Equal(Math.Log(4) / 2, TokenDecoder.MeanEntropyNats(Head, [7, 7, 7, 7, 0, 0, 900, 0]), 1e-12);
        Assert.Equal(double.NaN, TokenDecoder.MeanEntropyNats(Head, [7, float.NaN, 7, 7]));
    }

    [Fact]
    public void The_likeliest_token_stands_for_the_centre_of_its_bin()
    {
        double[] values = new double[2];
        TokenDecoder.Likeliest(Head, [0, 0, 3, 0, 9, 0, 0, float.NaN], values);
        Assert.Equal([0.25, double.NaN], values);
    }

    [Fact]
    public void Draws_follow_the_distribution()
    {
        // 4000 draws of p = 1/2: 6 standard deviations are 190; false failure below 1e-8.
        const int draws = 4000;
        float[] logits = [MathF.Log(2), 0, 0, float.NegativeInfinity];
        int[] counts = new int[4];
        double[] value = new double[1];
        for (int step = 0; step < draws; step++)
        {
            TokenDecoder.Draw(Head, logits, new CountedBits(1, step, 1), value);
            counts[(int)((value[0] + 1) * 2)]++;
        }

        Assert.InRange(counts[0], (draws / 2) - 190, (draws / 2) + 190);
        Assert.InRange(counts[1], (draws / 4) - 190, (draws / 4) + 190);
        Assert.Equal(0, counts[3]);
    }
}
