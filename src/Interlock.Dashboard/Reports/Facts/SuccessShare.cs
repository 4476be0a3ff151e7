using Interlock.Core.Statistics;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>k of n with the 95 % Wilson interval.</summary>
internal static class SuccessShare
{
    public static RateFacts Of(int count, int n)
    {
        if (n == 0)
        {
            return new RateFacts(null, null, null, count, n);
        }

        Interval interval = WilsonInterval.Of(count, n);
        return new RateFacts((double)count / n, interval.Low, interval.High, count, n);
    }
}
